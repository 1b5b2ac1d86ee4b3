import { storageModel } from '../collector/storage';
import type { PrometheusModel } from '../model/prometheus';
import { prometheusDuration } from '../model/value';
import type { PrometheusBase } from './base';
import type { PrometheusCommonProps } from './props';

export const defaultVersion = '3.15.0';

const defaultMemoryMiB = 1024;

type Common = Omit<
  PrometheusModel,
  'mode' | 'managed' | 'selectorLabels' | 'evaluationInterval' | 'remoteWrite' | 'scrapes' | 'groups'
>;

/** What the props of both modes say. */
export function commonModel({ node, name, namespace, backend }: PrometheusBase, props: PrometheusCommonProps): Common {
  const { version = defaultVersion, storage, externalUrl, scrapeTimeout } = props;
  return {
    path: node.path,
    name,
    ...(namespace !== undefined && { namespace }),
    backend,
    version,
    image: props.image ?? `quay.io/prometheus/prometheus:v${version}`,
    replicas: props.replicas ?? 1,
    shards: props.shards ?? 1,
    scrapeInterval: prometheusDuration(props.scrapeInterval ?? '30s'),
    ...(scrapeTimeout !== undefined && { scrapeTimeout: prometheusDuration(scrapeTimeout) }),
    ...(storage && { storage: storageModel(storage) }),
    memoryMiB: props.memory?.toMebibytes() ?? defaultMemoryMiB,
    cpuMillis: Math.round((props.cpu ?? 1) * 1000),
    ...(externalUrl !== undefined && { externalUrl }),
    externalLabels: props.externalLabels ?? {},
    enableFeatures: props.enableFeatures ?? [],
  };
}
