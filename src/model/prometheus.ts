/** Pods that a Prometheus reads, and where. */
export interface ScrapeModel {
  readonly name: string;
  /** The namespace of the pods. */
  readonly namespace?: string;
  /** Labels that the pods carry. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly endpoints: readonly ScrapeEndpoint[];
}

export interface ScrapeEndpoint {
  /** The number of a declared container port. */
  readonly port: number;
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
