import { type ComponentKind, parseComponentId, sectionOf } from '../model/component-id';
import { type ConfigMap, isConfigMap } from '../model/config';
import { defaultRelease, type Release } from '../model/release';

/** A distribution that the OpenTelemetry project publishes with only some of the components. */
export interface Distribution {
  /** What its image is called, behind the registry. */
  readonly image: string;
  /** The component types that it holds, by their newest names. */
  readonly components: Readonly<Record<ComponentKind, ReadonlySet<string>>>;
}

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * As the manifest of the Kubernetes distribution of 0.162.0 lists them, and the `metadata.yaml` of each component's module
 * names its distributions; the two differ in span_metrics and cgroupruntime, of which the manifest is followed. Contrib
 * holds every component. What older releases held is not known here: they are taken to hold the same.
 */
export const distributions: readonly Distribution[] = [
  {
    image: 'opentelemetry-collector',
    components: {
      receiver: names('nop otlp host_metrics jaeger kafka prometheus zipkin'),
      processor: names('batch memory_limiter attributes resource span probabilistic_sampler filter'),
      exporter: names('debug nop otlp_grpc otlp_http file kafka prometheus prometheus_remote_write zipkin'),
      connector: names('forward'),
      extension: names('zpages health_check pprof'),
    },
  },
  {
    image: 'opentelemetry-collector-k8s',
    components: {
      receiver: names(
        `otlp file_log fluent_forward host_metrics http_check jaeger journald k8s_cluster k8s_events k8s_objects
        kubelet_stats otelarrow prometheus receiver_creator zipkin`,
      ),
      processor: names(
        `batch memory_limiter attributes cumulative_to_delta delta_to_cumulative delta_to_rate filter groupbyattrs
        groupbytrace interval k8s_attributes log_dedup metrics_transform probabilistic_sampler redaction remotetap
        resource_detection resource tail_sampling transform`,
      ),
      exporter: names('debug nop otlp_grpc otlp_http file load_balancing otelarrow'),
      connector: names('forward count exceptions failover otlpjson round_robin routing service_graph span_metrics'),
      extension: names(
        `zpages ack basicauth bearertokenauth cgroupruntime headers_setter health_check http_forwarder oauth2client
        host_observer k8s_observer oidc opamp pprof file_storage k8s_leader_elector`,
      ),
    },
  },
];

/** The distribution behind an image; `undefined` for contrib, and for images of others. */
export function distributionOf(image: string): Distribution | undefined {
  const name = /(?:^|\/)(opentelemetry-collector(?:-k8s)?)(?:[:@]|$)/.exec(image)?.[1];
  return distributions.find((distribution) => distribution.image === name);
}

const registry = 'ghcr.io/open-telemetry/opentelemetry-collector-releases';

/**
 * The image of the smallest distribution that holds all components of a configuration. What the distributions of older
 * releases held is not known here, so those get contrib, which holds everything.
 */
export function imageFor(config: ConfigMap, release: Release): string {
  const fitting =
    release === defaultRelease ? distributions.find((distribution) => holds(distribution, config)) : undefined;
  return `${registry}/${fitting?.image ?? 'opentelemetry-collector-contrib'}:${release}`;
}

function holds(distribution: Distribution, config: ConfigMap): boolean {
  return Object.entries(sectionOf).every(([kind, section]) => {
    const members = config[section];
    const held = distribution.components[kind as ComponentKind];
    return !isConfigMap(members) || Object.keys(members).every((id) => held.has(parseComponentId(id)?.type ?? id));
  });
}
