import { selectorOf } from '../convert/monitoring/selector';
import type { CollectorModel } from '../model/collector';
import type { ConfigValue } from '../model/config';
import { meetsSelector } from '../model/label-selector';
import type { MonitoringKind, MonitoringObject } from '../model/monitoring-object';
import { targetAllocatorOf } from '../needs/target-allocator';

/** What a target allocator selects each kind by; it has no rules. */
const selectors = {
  PodMonitor: 'podMonitorSelector',
  ServiceMonitor: 'serviceMonitorSelector',
  Probe: 'probeSelector',
  ScrapeConfig: 'scrapeConfigSelector',
} as const satisfies Partial<Record<MonitoringKind, string>>;

/** Whether the target allocator of a collector takes a monitor. */
export function allocatorTakes(collector: CollectorModel, { kind, labels }: MonitoringObject): boolean {
  const prometheusCR = targetAllocatorOf(collector)?.prometheusCR;
  const selector = kind === 'PrometheusRule' ? undefined : prometheusCR?.[selectors[kind]];
  if (prometheusCR?.enabled !== true || selector == null) return false;
  return meetsSelector(labels, selectorOf(selector as ConfigValue));
}
