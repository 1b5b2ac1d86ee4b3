import type { PrometheusModel, RuleModel } from '../../src/model/prometheus';
import { prometheusOf as emptyPrometheus } from '../metrics/models';

type Parts = Partial<Omit<RuleModel, 'kind' | 'name'>>;

/** An alert without mistakes, with these parts replaced. */
export function alert(name: string, parts: Parts = {}): RuleModel {
  return { kind: 'alert', name, expr: 'up == 0', labels: {}, annotations: {}, ...parts };
}

/** A rule that records, without mistakes, with these parts replaced. */
export function record(name: string, parts: Parts = {}): RuleModel {
  return { ...alert(name, { expr: 'sum(up)', ...parts }), kind: 'record' };
}

/** A Prometheus with rules in one group. */
export function prometheusOf(rules: readonly RuleModel[], parts: Partial<PrometheusModel> = {}): PrometheusModel {
  return emptyPrometheus('telemetry/prometheus', { groups: [{ name: 'group', rules }], ...parts });
}
