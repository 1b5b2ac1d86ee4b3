/** API versions and kinds of the custom resources that operators run. */
export const collectorHeader = { apiVersion: 'opentelemetry.io/v1beta1', kind: 'OpenTelemetryCollector' } as const;

export const hubHeader = { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiHub' } as const;

export const observerHeader = { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiObserver' } as const;

export const hubMonitorHeader = { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiCollector' } as const;

export const replayHeader = { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiReplay' } as const;

export const ingressHeader = { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiIngress' } as const;

export const dalHeader = { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiDal' } as const;

export const prometheusHeader = { apiVersion: 'monitoring.coreos.com/v1', kind: 'Prometheus' } as const;

export const prometheusAgentHeader = { apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'PrometheusAgent' } as const;

export const podMonitorHeader = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor' } as const;

export const serviceMonitorHeader = { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor' } as const;

export const probeHeader = { apiVersion: 'monitoring.coreos.com/v1', kind: 'Probe' } as const;

export const scrapeConfigHeader = { apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'ScrapeConfig' } as const;

export const prometheusRuleHeader = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule' } as const;

export const alertmanagerHeader = { apiVersion: 'monitoring.coreos.com/v1', kind: 'Alertmanager' } as const;

/** The label by which the MDAI operator finds the collectors of a hub. */
export const hubLabel = 'mydecisive.ai/hub-name';
