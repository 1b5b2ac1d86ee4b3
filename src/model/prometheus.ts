import type { Backend, StorageModel } from './collector';
import type { HttpClientModel } from './http-client';
import type { LabelSelector } from './label-selector';
import type { MonitoringKind } from './monitoring-object';
import type { RelabelModel, ScrapeModel } from './scrape';

export interface RuleModel {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly expr: string;
  /** A Prometheus duration. */
  readonly for?: string;
  /** A Prometheus duration. */
  readonly keepFiringFor?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Where it was read. @default below its Prometheus, by its name */
  readonly path?: string;
}

/** Rules that are evaluated one after the other, at the same time. */
export interface RuleGroupModel {
  readonly name: string;
  /** How often, a Prometheus duration; the Prometheus' own interval where absent. */
  readonly interval?: string;
  /** How far in the past the rules are evaluated, a Prometheus duration. */
  readonly queryOffset?: string;
  /** The most alerts, or series, that a rule may make; more is an error. */
  readonly limit?: number;
  readonly rules: readonly RuleModel[];
  /** Where it was read. @default below its Prometheus, by its name */
  readonly path?: string;
}

/** Groups of rules that were read from one file, or from a `PrometheusRule`, whichever Prometheus takes them. */
export interface RuleFileModel {
  readonly path: string;
  readonly groups: readonly RuleGroupModel[];
}

/** A Prometheus: what it reads, computes, fires and passes on. */
export interface PrometheusModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  /** An agent only reads and passes on: it has no rules, and nobody can ask it. */
  readonly mode: 'server' | 'agent';
  readonly backend: Backend;
  /** False for a Prometheus that is there already. */
  readonly managed: boolean;
  /** Labels by which a Prometheus that is there already selects monitors and rules. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** What it takes of monitors and rules, where that was read. @default what is in its namespace, by `selectorLabels` */
  readonly takes?: Readonly<Record<MonitoringKind, MonitoringSelection>>;
  readonly version: string;
  readonly image: string;
  /** Pods with the same targets. */
  readonly replicas: number;
  /** Parts into which the targets are divided, each with its own replicas. */
  readonly shards: number;
  /** A Prometheus duration. */
  readonly scrapeInterval: string;
  /** A Prometheus duration; that of Prometheus itself where absent. */
  readonly scrapeTimeout?: string;
  /** How often rules are evaluated, a Prometheus duration. */
  readonly evaluationInterval: string;
  /** How long samples are kept, a Prometheus duration. */
  readonly retention?: string;
  /** The most bytes that are kept, in mebibytes. */
  readonly retentionMiB?: number;
  /** Absent where samples end with the pod. */
  readonly storage?: StorageModel;
  readonly memoryMiB: number;
  /** CPU in thousandths of a core. */
  readonly cpuMillis: number;
  readonly externalUrl?: string;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly enableFeatures: readonly string[];
  readonly remoteWrite: readonly RemoteWriteModel[];
  /** The Alertmanager that alerts go to. */
  readonly alertmanager?: AlertmanagerAddress;
  readonly scrapes: readonly ScrapeModel[];
  readonly groups: readonly RuleGroupModel[];
  /** The patterns of the files that it reads rules from, where its own configuration was read. @default none */
  readonly rulePatterns?: readonly string[];
}

/** Which objects of a kind a Prometheus takes. */
export interface MonitoringSelection {
  /** The namespaces in which it looks. */
  readonly namespaces: 'all' | readonly (string | undefined)[];
  /** What their labels have to be; nothing is taken where it is absent. */
  readonly labels?: LabelSelector;
}

/** The Service of an Alertmanager. */
export interface AlertmanagerAddress {
  /** The path of the Alertmanager in the model. */
  readonly path: string;
  readonly service: string;
  readonly namespace?: string;
}

/** Where samples are passed on to. */
export interface RemoteWriteModel {
  readonly url: string;
  readonly name?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A Prometheus duration. */
  readonly timeout?: string;
  readonly client: HttpClientModel;
  readonly sigv4?: { readonly region?: string; readonly profile?: string; readonly roleArn?: string };
  /** Changes to the labels of samples before they are sent. */
  readonly relabel: readonly RelabelModel[];
  readonly sendExemplars?: boolean;
  readonly sendNativeHistograms?: boolean;
  /** The version of the protocol. @default 1 */
  readonly protocol?: 1 | 2;
  readonly queue?: RemoteWriteQueueModel;
}

export interface RemoteWriteQueueModel {
  readonly capacity?: number;
  readonly minShards?: number;
  readonly maxShards?: number;
  readonly maxSamplesPerSend?: number;
  /** A Prometheus duration. */
  readonly batchSendDeadline?: string;
  /** A Prometheus duration. */
  readonly minBackoff?: string;
  /** A Prometheus duration. */
  readonly maxBackoff?: string;
  readonly retryOnRateLimit?: boolean;
  /** A Prometheus duration; older samples are dropped. */
  readonly sampleAgeLimit?: string;
}
