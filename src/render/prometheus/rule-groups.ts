import type { RuleGroupModel, RuleModel } from '../../model/prometheus';
import { defined } from '../pods/merge';

/** Groups of rules as a rule file, and a `PrometheusRule`, have them. */
export function ruleGroups(groups: readonly RuleGroupModel[]): object[] {
  return groups
    .filter(({ rules }) => rules.length > 0)
    .map((group) =>
      defined({
        name: group.name,
        interval: group.interval,
        query_offset: group.queryOffset,
        limit: group.limit,
        rules: group.rules.map(ruleOf),
      }),
    );
}

function ruleOf({ kind, name, expr, for: held, keepFiringFor, labels, annotations }: RuleModel): object {
  return defined({
    [kind]: name,
    expr,
    for: held,
    keep_firing_for: keepFiringFor,
    labels: unlessEmpty(labels),
    annotations: unlessEmpty(annotations),
  });
}

/** A map, or nothing in place of an empty one. */
export function unlessEmpty<T extends object>(map: T): T | undefined {
  return Object.keys(map).length > 0 ? { ...map } : undefined;
}
