import { rulesAt } from '../metrics/rules';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import { readDuration, writeDuration } from '../model/prometheus-duration';
import type { PromqlExpression } from '../promql/ast';
import { parsePromql } from '../promql/parser';
import { printPromql } from '../promql/print';
import { promqlReleaseOf } from '../promql/release';
import { walkPromql } from '../promql/walk';
import { placedAt, type Rule, warning } from './rule';

/** Functions without a result where there is one sample alone (promql/functions.go). */
const needTwo: ReadonlySet<string> = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
  'double_exponential_smoothing',
  'holt_winters',
]);

/** Ranges that may hold one sample alone, so that an alert does not fire, in silence. */
export const promqlRange: Rule = (model) =>
  model.prometheuses.flatMap((prometheus) => [...shortRanges(model, prometheus)]);

function* shortRanges(model: Model, prometheus: PrometheusModel): Generator<Issue> {
  // How often another reads is not known.
  if (!prometheus.managed) return;
  const least = 2 * shortestInterval(prometheus);
  if (!Number.isFinite(least)) return;
  for (const { rule, path, keys } of rulesAt(model, prometheus)) {
    const { tree } = parsePromql(rule.expr, { release: promqlReleaseOf(prometheus.version) });
    for (const { call, milliseconds } of tree ? ranges(tree) : []) {
      if (milliseconds >= least) continue;
      const every = writeDuration(least / 2);
      const message = `"${call}" needs two samples, and ${writeDuration(milliseconds)} may hold only one: Prometheus reads every ${every}.`;
      const fix = `Write at least ${writeDuration(2 * least)}, or read more often.`;
      yield placedAt(warning('promql-range', path, message, fix), [...keys, 'expr']);
    }
  }
}

/** In milliseconds, of everything that the Prometheus reads or computes. */
function shortestInterval({ scrapeInterval, evaluationInterval, scrapes }: PrometheusModel): number {
  const intervals = scrapes.flatMap(({ endpoints }) => endpoints.map(({ interval }) => interval ?? scrapeInterval));
  const known = [scrapeInterval, evaluationInterval, ...intervals].map(readDuration);
  // Another check refuses what is no duration.
  return Math.min(...known.filter((interval) => typeof interval === 'number'));
}

interface Range {
  readonly call: string;
  readonly milliseconds: number;
}

function ranges(tree: PromqlExpression): Range[] {
  const found: Range[] = [];
  walkPromql(tree, (node) => {
    if (node.kind !== 'call' || !needTwo.has(node.name)) return;
    for (const argument of node.arguments) {
      if (argument.kind !== 'matrix' || argument.over.kind !== 'number') continue;
      found.push({ call: printPromql(node), milliseconds: argument.over.value * 1000 });
    }
  });
  return found;
}
