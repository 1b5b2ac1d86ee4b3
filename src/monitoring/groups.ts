import type { Model } from '../model/model';
import type { PrometheusModel, RuleGroupModel } from '../model/prometheus';
import { collectorRules } from './collector-rules';
import { monitoredCollectors } from './monitored';
import type { MonitorCollectorsOptions } from './options';
import { volumeRules, volumesOf } from './volume-rules';

/** The groups of rules by which a Prometheus watches the collectors that it reads, and records what they and observers count. */
export function monitoringGroups(
  model: Pick<Model, 'collectors' | 'observers'>,
  prometheus: Pick<PrometheusModel, 'namespace' | 'scrapes' | 'version'>,
  options: MonitorCollectorsOptions = {},
): RuleGroupModel[] {
  return [
    ...collectorRules(monitoredCollectors(model.collectors, prometheus), options),
    ...volumeRules(volumesOf(model, prometheus), options),
  ];
}
