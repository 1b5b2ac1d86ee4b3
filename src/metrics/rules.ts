import type { HubModel } from '../model/hub';
import { hubRuleGroup } from '../model/hub-rules';
import type { Keys } from '../model/keys';
import type { Model } from '../model/model';
import type { PrometheusModel, RuleModel } from '../model/prometheus';

/** A rule that a Prometheus evaluates, and where it was written. */
export interface PlacedRule {
  readonly rule: RuleModel;
  readonly path: string;
  /** Where it stands in the hub; none for one that its path leads to. */
  readonly keys: Keys;
}

/** The rules that a Prometheus evaluates: its own, and those that the MDAI operator makes of the alerts of hubs. */
export function rulesAt(model: Model, prometheus: PrometheusModel): readonly PlacedRule[] {
  if (prometheus.mode === 'agent') return [];
  return [...ownRules(prometheus), ...hubRules(model, prometheus)];
}

function ownRules({ path, groups }: PrometheusModel): PlacedRule[] {
  return groups.flatMap(({ rules }) =>
    rules.map((rule) => ({ rule, path: rule.path ?? `${path}/rules/${rule.name}`, keys: [] })),
  );
}

/** One of ours evaluates the rules of the hubs beside it: the operator selects them, or we write them into its own file. */
function hubRules({ hubs, closed }: Model, { managed, namespace, backend }: PrometheusModel): PlacedRule[] {
  // The file that was read says what is in it.
  if (!managed || (!closed && backend === 'workload')) return [];
  return hubs.filter((hub) => hub.namespace === namespace).flatMap(rulesOfHub);
}

/** The rules that the MDAI operator makes of the alerts of a hub. */
export function rulesOfHub(hub: HubModel): PlacedRule[] {
  return hubRuleGroup(hub).rules.map((rule, i) => ({
    rule,
    path: `${hub.path}/alerts/${rule.name}`,
    keys: ['spec', 'prometheusAlerts', i],
  }));
}
