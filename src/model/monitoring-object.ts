/** A monitor or a set of rules for the Prometheus operator that none of the model’s own parts made. */
export interface MonitoringObject {
  readonly path: string;
  readonly kind: MonitoringKind;
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;
}

export const monitoringKinds = ['PodMonitor', 'ServiceMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'] as const;

export type MonitoringKind = (typeof monitoringKinds)[number];
