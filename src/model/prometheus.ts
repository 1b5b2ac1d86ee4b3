/** The part of the model whose metrics are read. */
export interface ScrapeSubject {
  readonly kind: 'collector' | 'observer' | 'hubMonitor';
  /** Its path in the model. */
  readonly path: string;
}

/** Pods that a Prometheus reads, and where. */
export interface ScrapeModel {
  readonly name: string;
  /** Absent where it is no part of the model. */
  readonly of?: ScrapeSubject;
  /** The namespace of the pods. */
  readonly namespace?: string;
  /** Labels that the pods carry. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly endpoints: readonly ScrapeEndpoint[];
}

export interface ScrapeEndpoint {
  /** The number of a declared container port. */
  readonly port: number;
  /** The id of the exporter that serves there; absent where the program serves its own metrics. */
  readonly exporter?: string;
  /** Keep the labels of the metrics where they clash with those of the target. */
  readonly honorLabels: boolean;
}

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
}

export interface PrometheusModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly version: string;
  readonly replicas: number;
  /** How long samples are kept, a Prometheus duration. */
  readonly retention?: string;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly enableFeatures: readonly string[];
  /** The Alertmanager that alerts go to. */
  readonly alertmanager?: { readonly name: string; readonly namespace?: string };
  /** False for a Prometheus that is there already. */
  readonly managed: boolean;
  /** Labels by which a Prometheus that is there already selects monitors and rules. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly scrapes: readonly ScrapeModel[];
  readonly rules: readonly RuleModel[];
}

export interface AlertmanagerModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly replicas: number;
  /** Where the MDAI gateway takes alerts, an absolute URL. */
  readonly gatewayUrl: string;
}
