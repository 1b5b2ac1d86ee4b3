import { wholeMatch } from '../model/whole-match';
import type { Aggregation, Binary, PromqlCall, PromqlExpression, VectorSelector } from './ast';
import { anyLabels, either, keeping, type LabelSet, mayHave, noLabels, withLabels, without } from './label-set';
import { entryOf, promqlFacts } from './language';
import { defaultPromqlRelease, type PromqlRelease } from './release';
import { typeOf } from './types/value-type';
import { withoutParentheses } from './walk';

/** The label that holds a metric's name. */
export const nameLabel = '__name__';

/** Operators whose result are series of their argument as they are. */
const choosing = ['topk', 'bottomk', 'limitk', 'limit_ratio'];

/**
 * Which labels the series of an expression's result may have: the ones that an alert's templates read as `$labels`, and
 * that Alertmanager gets. Nothing is known of which labels a metric itself has.
 */
export function labelsOf(tree: PromqlExpression, release: PromqlRelease = defaultPromqlRelease): LabelSet {
  const of = (inner: PromqlExpression): LabelSet => labelsOf(inner, release);
  switch (tree.kind) {
    case 'number':
    case 'string':
      return noLabels;
    case 'vector':
      return ofSelector(tree);
    case 'matrix':
      return ofSelector(tree.selector);
    case 'subquery':
    case 'paren':
      return of(tree.of);
    case 'sign':
      return tree.operator === '-' ? unnamed(of(tree.of)) : of(tree.of);
    case 'aggregation':
      return ofAggregation(tree, of(tree.arguments.at(-1) as PromqlExpression));
    case 'binary':
      return ofBinary(tree, release);
    case 'call':
      return ofCall(tree, release);
  }
}

function unnamed(set: LabelSet): LabelSet {
  return without(set, [nameLabel]);
}

/** A label that has to be empty is none. */
function ofSelector({ matchers }: VectorSelector): LabelSet {
  return without(
    anyLabels,
    matchers.flatMap(({ label, operator, value }) => (operator === '=' && value === '' ? [label] : [])),
  );
}

function ofAggregation({ operator, grouping, arguments: given }: Aggregation, inner: LabelSet): LabelSet {
  if (choosing.includes(operator)) return inner;
  const grouped =
    grouping?.kind === 'without' ? unnamed(without(inner, grouping.labels)) : keeping(inner, grouping?.labels ?? []);
  return operator === 'count_values' ? withLabels(grouped, textsOf(given.slice(0, 1))) : grouped;
}

/** What text literals hold. */
export function textsOf(trees: readonly PromqlExpression[]): readonly string[] {
  return trees.map(withoutParentheses).flatMap((tree) => (tree.kind === 'string' ? [tree.value] : []));
}

function ofBinary(tree: Binary, release: PromqlRelease): LabelSet {
  const left = labelsOf(tree.left, release);
  const right = labelsOf(tree.right, release);
  if (tree.operator === 'and' || tree.operator === 'unless') return left;
  if (tree.operator === 'or') return either(left, right);
  // A comparison keeps the series as they are, without "bool".
  const named = (set: LabelSet): LabelSet =>
    tree.bool || /^(?:[-+*/%^]|atan2)$/.test(tree.operator) ? unnamed(set) : set;
  const isVector = (side: PromqlExpression): boolean => typeOf(side, release) !== 'scalar';
  if (!isVector(tree.left) || !isVector(tree.right)) return named(isVector(tree.left) ? left : right);
  const matched = (from: LabelSet, other: LabelSet): LabelSet => ofMatch(tree, named(from), other);
  const isRight = tree.matching?.group?.side === 'right';
  const result = isRight ? matched(right, left) : matched(left, right);
  // A series that is filled in has the labels of the other side that match.
  return tree.fill === undefined ? result : either(result, isRight ? matched(left, right) : matched(right, left));
}

/** The labels of a pair of series, which has those of one side. */
function ofMatch({ matching }: Binary, from: LabelSet, other: LabelSet): LabelSet {
  if (matching === undefined) return from;
  const { kind, labels, group } = matching;
  // A label that the other side lacks is taken away.
  if (group) return withLabels(without(from, group.labels), keeping(other, group.labels).labels);
  return kind === 'on' ? keeping(from, labels) : without(from, labels);
}

/** Functions that take series and give them as they are. */
const keepingNames = ['sort', 'sort_desc', 'sort_by_label', 'sort_by_label_desc', 'last_over_time', 'first_over_time'];

/** Functions over the buckets of a histogram, which the label `le` tells apart. */
const overBuckets = ['histogram_quantile', 'histogram_fraction', 'histogram_quantiles'];

function ofCall(tree: PromqlCall, release: PromqlRelease): LabelSet {
  const { name, arguments: given } = tree;
  const facts = entryOf(promqlFacts(release).functions, name);
  const at = facts?.arguments.findIndex((type) => type === 'vector' || type === 'matrix') ?? -1;
  const series = at === -1 ? undefined : given[at];
  if (name === 'absent' || name === 'absent_over_time') return ofAbsent(series);
  // A number, or a date of now.
  if (facts?.returns === 'scalar') return noLabels;
  if (series === undefined) return facts === undefined ? anyLabels : noLabels;
  const inner = labelsOf(series, release);
  // It adds labels of whatever describes the series.
  if (name === 'info') return anyLabels;
  if (name === 'label_replace') return ofReplace(inner, textsOf(given.slice(1)));
  if (name === 'label_join') return withLabels(inner, textsOf(given.slice(1, 2)));
  if (keepingNames.includes(name)) return inner;
  if (!overBuckets.includes(name)) return unnamed(inner);
  const buckets = unnamed(without(inner, ['le']));
  return name === 'histogram_quantiles' ? withLabels(buckets, textsOf(given.slice(1, 2))) : buckets;
}

function ofReplace(inner: LabelSet, [to = '', replacement, from = '', pattern = '']: readonly string[]): LabelSet {
  if (replacement !== '') return withLabels(inner, [to]);
  const always = ['.*', '(.*)'].includes(pattern) || (!mayHave(inner, from) && matchesPattern(pattern));
  return always || (from === '' && matchesPattern(pattern)) ? without(inner, [to]) : inner;
}

function matchesPattern(pattern: string): boolean {
  try {
    return wholeMatch(pattern, 'prometheus')('');
  } catch {
    // What is no regular expression has no result at all.
    return false;
  }
}

/** What is missing has the labels that it was asked to have, where they are asked for once. */
function ofAbsent(series: PromqlExpression | undefined): LabelSet {
  const selector = series?.kind === 'matrix' ? series.selector : series;
  if (selector?.kind !== 'vector') return noLabels;
  const labels = new Set<string>();
  const seen = new Set<string>();
  for (const { label, operator, value } of selector.matchers) {
    if (label === nameLabel) continue;
    if (operator === '=' && !seen.has(label)) {
      seen.add(label);
      if (value !== '') labels.add(label);
    } else labels.delete(label);
  }
  return { kind: 'only', labels: [...labels] };
}
