import type { MonitoringKind } from '../../model/monitoring-object';

/** The kinds of monitors and rules, by version of the API and kind. */
export const monitoringApis: Readonly<Record<string, MonitoringKind>> = {
  'monitoring.coreos.com/v1 PodMonitor': 'PodMonitor',
  'monitoring.coreos.com/v1 ServiceMonitor': 'ServiceMonitor',
  'monitoring.coreos.com/v1 Probe': 'Probe',
  'monitoring.coreos.com/v1alpha1 ScrapeConfig': 'ScrapeConfig',
  'monitoring.coreos.com/v1 PrometheusRule': 'PrometheusRule',
};
