import { type PlacedRule, rulesAt } from '../metrics/rules';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import { parsePromql } from '../promql/parser';
import { promqlReleaseOf } from '../promql/release';
import { type SelectorUse, selectorsOf } from '../promql/selectors';
import { placedAt } from './rule';

/** A rule of a Prometheus that reads a metric. */
export interface MetricRead {
  readonly prometheus: PrometheusModel;
  /** Of the rule. */
  readonly path: string;
  /** Absent where it asks for no one name. */
  readonly name: string | undefined;
  readonly use: SelectorUse;
}

/**
 * What is wrong with a metric that a rule reads, each once. A rule that asks whether there is a metric at all is not
 * asked about; the alert of a hub is wrong where each Prometheus that evaluates it says so.
 */
export function metricsRead(model: Model, check: (read: MetricRead) => Issue | undefined): readonly Issue[] {
  const evaluating = new Map<string, Set<PrometheusModel>>();
  const found = new Map<string, { readonly issue: Issue; readonly by: Set<PrometheusModel> }>();
  for (const prometheus of model.prometheuses) {
    for (const rule of rulesAt(model, prometheus)) {
      const { path, keys } = rule;
      evaluating.set(path, new Set([...(evaluating.get(path) ?? []), prometheus]));
      for (const use of usesIn(rule, prometheus)) {
        const told = use.absent ? undefined : check({ prometheus, path, name: use.name, use });
        if (told === undefined) continue;
        const issue = placedAt(told, [...keys, 'expr']);
        const key = `${path}\n${issue.message}`;
        found.set(key, { issue, by: new Set([...(found.get(key)?.by ?? []), prometheus]) });
      }
    }
  }
  return [...found.values()]
    .filter(({ issue, by }) => by.size === evaluating.get(issue.path)?.size)
    .map(({ issue }) => issue);
}

function usesIn({ rule }: PlacedRule, { version }: PrometheusModel): readonly SelectorUse[] {
  const { tree } = parsePromql(rule.expr, { release: promqlReleaseOf(version) });
  return tree ? selectorsOf(tree) : [];
}
