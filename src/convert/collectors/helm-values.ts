import type { CollectorMode } from '../../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { originOf, type Reader } from '../reading';
import { map, maps, number, text } from '../values';
import { environmentOf } from './environment';
import { releaseOfImage } from './image';
import { loaded } from './loaded';
import { limitsOf, nothing } from './pod';

/**
 * Whether a document is a file of values for the chart opentelemetry-collector: it says how the collector runs, and
 * configures it.
 */
export function isHelmValues({ kind, mode, config }: ConfigMap): boolean {
  return kind === undefined && isMode(mode) && isConfigMap(config) && sections.some((section) => section in config);
}

const sections = ['receivers', 'processors', 'exporters', 'connectors', 'extensions', 'service'];

function isMode(mode: ConfigValue | undefined): mode is CollectorMode & string {
  return mode === 'deployment' || mode === 'daemonset' || mode === 'statefulset';
}

/** The collector that the chart opentelemetry-collector makes of values: its own configuration, with theirs on top. */
export const helmValues: Reader = (object, reading) => {
  const { content, path } = object;
  const { mode, image, replicaCount, resources, extraEnvs, extraEnvsFrom, command } = content;
  const given = map(content.config);
  const config = loaded(onTop(chartConfig, given));
  const repository = text(at(image, 'repository'));
  const tag = text(at(image, 'tag'));
  const name = [repository, tag].filter(Boolean).join(':');
  reading.lists.collectors.push({
    path,
    name: '',
    release: releaseOfImage(name) ?? reading.release,
    config,
    featureGates: gatesIn(command),
    declared: declaredIn(config),
    ...environmentOf([{ env: maps(extraEnvs), envFrom: maps(extraEnvsFrom) }]),
    pod: {
      backend: 'workload',
      mode: isMode(mode) ? mode : 'deployment',
      replicas: number(replicaCount) ?? 1,
      image: name,
      ...limitsOf(resources),
      derive: nothing,
      serviceAccount: { name: '', create: false, annotations: {}, podLabels: {} },
      options: {},
      operator: {},
    },
  });
  reading.origins.set(
    path,
    originOf(object, [['config'], ['config', 'service', 'pipelines']], { pod: [[]], env: [['extraEnvs']] }),
  );
};

function gatesIn(command: ConfigValue | undefined): string[] {
  const extra = at(command, 'extraArgs');
  const words = Array.isArray(extra) ? extra.map(text) : [];
  return words.flatMap((word) => /^--?feature-gates=(.*)$/.exec(word)?.[1]?.split(',') ?? []);
}

/** Values on top of a chart's, as Helm merges them: null takes away. */
function onTop(under: ConfigMap, over: ConfigMap): ConfigMap {
  const out: Record<string, ConfigValue> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = out[key];
    if (value === null && below !== undefined) delete out[key];
    else out[key] = isConfigMap(value) && isConfigMap(below) ? onTop(below, value) : value;
  }
  return out;
}

/** What the chart itself defines need not be used. */
function declaredIn(config: ConfigMap): string[] {
  return ['receivers', 'processors', 'exporters', 'extensions'].flatMap((section) =>
    Object.keys(map(chartConfig[section]))
      .filter((id) => id in map(config[section]))
      .map((id) => `${section}/${id}`),
  );
}

const here = '${env:MY_POD_IP}';
const pipeline = (...receivers: readonly string[]): ConfigMap => ({
  receivers,
  processors: ['memory_limiter', 'batch'],
  exporters: ['debug'],
});

/** The configuration that the chart has by itself (opentelemetry-collector, values.yaml). */
const chartConfig: ConfigMap = {
  receivers: {
    jaeger: {
      protocols: {
        grpc: { endpoint: `${here}:14250` },
        thrift_http: { endpoint: `${here}:14268` },
        thrift_compact: { endpoint: `${here}:6831` },
      },
    },
    otlp: { protocols: { grpc: { endpoint: `${here}:4317` }, http: { endpoint: `${here}:4318` } } },
    prometheus: {
      config: {
        scrape_configs: [
          {
            job_name: 'opentelemetry-collector',
            scrape_interval: '10s',
            static_configs: [{ targets: [`${here}:8888`] }],
          },
        ],
      },
    },
    zipkin: { endpoint: `${here}:9411` },
  },
  processors: {
    batch: {},
    memory_limiter: { check_interval: '5s', limit_percentage: 80, spike_limit_percentage: 25 },
  },
  exporters: { debug: {} },
  extensions: { health_check: { endpoint: `${here}:13133` } },
  service: {
    extensions: ['health_check'],
    pipelines: {
      logs: pipeline('otlp'),
      metrics: pipeline('otlp', 'prometheus'),
      traces: pipeline('otlp', 'jaeger', 'zipkin'),
    },
    telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host: here, port: 8888 } } } }] } },
  },
};
