import type { Size } from 'cdk8s';
import type { StorageProps } from '../collector/props';
import type { Backend } from '../model/collector';
import type { PrometheusDuration } from '../model/value';
import type { Alertmanager } from './alertmanager';
import type { RemoteWrite } from './remote-write';

/** What a Prometheus of either mode is given. */
export interface PrometheusCommonProps {
  /** @default the construct's id */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /**
   * What makes the pods: the Prometheus operator, out of its custom resources; or `workload`, plain Kubernetes objects
   * without an operator and without custom resources.
   * @default 'operator'
   */
  readonly backend?: Backend;
  /** @default '3.15.0'; in an `MdaiCluster`, the version that its MDAI hub ships */
  readonly version?: string;
  /** @default `quay.io/prometheus/prometheus` of the version */
  readonly image?: string;
  /** Pods that all read the same targets. @default 1 */
  readonly replicas?: number;
  /** Parts into which the targets are divided, each read by pods of its own. @default 1 */
  readonly shards?: number;
  /** How often targets are read. @default 30 seconds */
  readonly scrapeInterval?: PrometheusDuration;
  /** How long a scrape may take. @default 10 seconds, Prometheus’ own */
  readonly scrapeTimeout?: PrometheusDuration;
  /** The volume claim of each pod. @default none: samples end with the pod */
  readonly storage?: StorageProps;
  /** The memory limit of a pod, all of which is requested. @default 1 GiB */
  readonly memory?: Size;
  /** The CPU limit of a pod, in cores. A tenth of it is requested. @default 1 */
  readonly cpu?: number;
  /** The URL at which people reach it, for the links in alerts. @default none */
  readonly externalUrl?: string;
  /** Labels that tell this Prometheus’ samples and alerts from those of others. @default none */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** Feature flags, e.g. `promql-experimental-functions`. @default none */
  readonly enableFeatures?: readonly string[];
}

/** What a Prometheus is given. */
export interface PrometheusProps extends PrometheusCommonProps {
  /** How often rules are evaluated. @default 30 seconds */
  readonly evaluationInterval?: PrometheusDuration;
  /** How long samples are kept. @default 24 hours; where there is storage, 15 days */
  readonly retention?: PrometheusDuration;
  /** The most space that samples take. @default four fifths of the storage */
  readonly retentionSize?: Size;
  /** Where alerts go. @default nowhere */
  readonly alertmanager?: Alertmanager;
  /** Where samples are passed on to. @default nowhere */
  readonly remoteWrite?: readonly RemoteWrite[];
}

/** What a Prometheus agent is given. */
export interface PrometheusAgentProps extends PrometheusCommonProps {
  /** Where samples are passed on to. */
  readonly remoteWrite: readonly [RemoteWrite, ...RemoteWrite[]];
}

/** What is known of a Prometheus that is there already. */
export interface ExistingPrometheusProps {
  /** Labels by which the Prometheus selects monitors and rules. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** The namespace in which it looks for them. @default the chart's namespace */
  readonly namespace?: string;
  /** The version that runs, for what its rules may say. @default '3.15.0' */
  readonly version?: string;
}
