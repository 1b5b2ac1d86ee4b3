import type { HttpClientModel } from './http-client';
import type { Keys } from './keys';
import type { LabelSelector } from './label-selector';

/** Marks, in types alone, what serves metrics: what is internal is not in the types of the package. */
export declare const servesMetrics: unique symbol;

/** The part of the model whose metrics are read. */
export interface ScrapeSubject {
  readonly kind: 'collector' | 'observer' | 'hubMonitor';
  /** Its path in the model. */
  readonly path: string;
}

/** One job of a Prometheus: what it reads, and how. */
export interface ScrapeModel {
  readonly name: string;
  /** Where it was read. @default below its Prometheus, by its name */
  readonly path?: string;
  /** Absent where it is no part of the model. */
  readonly of?: ScrapeSubject;
  readonly find: ScrapeDiscovery;
  readonly endpoints: readonly ScrapeEndpoint[];
  /** The most samples that a scrape may bring; one that brings more fails. */
  readonly sampleLimit?: number;
}

/** Where the targets come from. */
export type ScrapeDiscovery =
  /** Pods, or the pods behind Services, by labels of theirs. */
  | {
      readonly kind: 'pods' | 'services';
      readonly namespace?: string;
      readonly labels: Readonly<Record<string, string>>;
      /** What else is asked of their labels. @default nothing */
      readonly expressions?: LabelSelector['expressions'];
      /** The ports that they have; absent where that is not known. */
      readonly ports?: readonly KnownPort[];
    }
  /** Addresses, `host:port`. */
  | {
      readonly kind: 'addresses';
      readonly addresses: readonly string[];
      readonly labels: Readonly<Record<string, string>>;
    }
  /** What a prober asks about: addresses or URLs. */
  | {
      readonly kind: 'probe';
      readonly prober: ProberModel;
      readonly module?: string;
      readonly targets: readonly string[];
      readonly labels: Readonly<Record<string, string>>;
    };

export interface KnownPort {
  readonly name?: string;
  readonly port: number;
}

/** A program such as the blackbox exporter. */
export interface ProberModel {
  /** `host:port` */
  readonly address: string;
  readonly path: string;
  readonly scheme: 'http' | 'https';
}

export interface ScrapeEndpoint {
  /** Where it was read, in the object that it belongs to. @default it is the object */
  readonly keys?: Keys;
  /** The number or the name of a declared container port, or the name of a Service's; absent where addresses have it. */
  readonly port?: number | string;
  /** The id of the exporter that serves there; absent where the program serves its own metrics. */
  readonly exporter?: string;
  /** Keep the labels of the metrics where they clash with those of the target. */
  readonly honorLabels: boolean;
  /** Whether samples keep times that come with them. @default true */
  readonly honorTimestamps?: boolean;
  /** @default '/metrics' */
  readonly path?: string;
  /** @default 'http' */
  readonly scheme?: 'http' | 'https';
  readonly params?: Readonly<Record<string, readonly string[]>>;
  /** A Prometheus duration; the Prometheus' own where absent. */
  readonly interval?: string;
  /** A Prometheus duration; the Prometheus' own where absent. */
  readonly timeout?: string;
  /** Changes to the labels of targets. */
  readonly relabel?: readonly RelabelModel[];
  /** Changes to the labels of samples. */
  readonly metricRelabel?: readonly RelabelModel[];
  readonly client?: HttpClientModel;
}

/** One step of relabelling, in Prometheus' own words. */
export interface RelabelModel {
  readonly sourceLabels?: readonly string[];
  /** @default ';' */
  readonly separator?: string;
  /** Anchored on both sides. @default '(.*)' */
  readonly regex?: string;
  readonly modulus?: number;
  readonly targetLabel?: string;
  /** @default '$1' */
  readonly replacement?: string;
  /** @default 'replace' */
  readonly action?: RelabelAction;
}

export type RelabelAction =
  | 'replace'
  | 'lowercase'
  | 'uppercase'
  | 'keep'
  | 'drop'
  | 'keepequal'
  | 'dropequal'
  | 'hashmod'
  | 'labelmap'
  | 'labeldrop'
  | 'labelkeep';
