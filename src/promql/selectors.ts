import type { Aggregation, Binary, Matcher, PromqlCall, PromqlExpression, TextRange, VectorSelector } from './ast';
import { nameLabel, textsOf } from './labels';

/** Series that an expression reads. */
export interface SelectorUse {
  /** The metric; `undefined` where no one name is asked for. */
  readonly name?: string;
  /** What is asked of its labels, apart from the name. */
  readonly matchers: readonly Matcher[];
  /** Labels that the expression needs of the series besides, in `by`, `on` and others: without them the result is another. */
  readonly labels: readonly string[];
  /** Whether the expression asks whether there are any: what nobody produces is then no mistake. */
  readonly absent: boolean;
  readonly range?: TextRange;
}

/** Every selector of an expression, from left to right. */
export function selectorsOf(tree: PromqlExpression): readonly SelectorUse[] {
  const uses: SelectorUse[] = [];
  collect(tree, { labels: [], absent: false }, uses);
  return uses;
}

/** What the outside of an expression needs of it. */
interface Need {
  readonly labels: readonly string[];
  readonly absent: boolean;
}

function collect(tree: PromqlExpression, need: Need, uses: SelectorUse[]): void {
  const into = (inner: PromqlExpression, labels = need.labels, absent = need.absent) =>
    collect(inner, { labels, absent }, uses);
  switch (tree.kind) {
    case 'vector':
      uses.push(useOf(tree, need));
      break;
    case 'matrix':
      into(tree.selector);
      break;
    case 'subquery':
    case 'sign':
    case 'paren':
      into(tree.of);
      break;
    case 'aggregation':
      for (const [i, inner] of tree.arguments.entries())
        into(inner, i === tree.arguments.length - 1 ? neededBy(tree, need) : []);
      break;
    case 'binary': {
      const [left, right] = neededOfSides(tree, need);
      into(tree.left, left);
      into(tree.right, right);
      break;
    }
    case 'call':
      for (const inner of tree.arguments)
        into(inner, neededByCall(tree, need), need.absent || /^absent/.test(tree.name));
      break;
    default:
      break;
  }
}

function useOf({ name, matchers, range }: VectorSelector, { labels, absent }: Need): SelectorUse {
  const written = name ?? matchers.find(({ label, operator }) => label === nameLabel && operator === '=')?.value;
  return {
    ...(written !== undefined && { name: written }),
    matchers: matchers.filter(({ label }) => label !== nameLabel),
    labels: [...new Set(labels)].filter((label) => label !== nameLabel),
    absent,
    ...(range && { range }),
  };
}

function neededBy({ operator, grouping, arguments: given }: Aggregation, { labels }: Need): readonly string[] {
  const made = operator === 'count_values' ? textsOf(given.slice(0, 1)) : [];
  const outside = labels.filter((label) => !made.includes(label));
  if (grouping?.kind === 'by') return [...grouping.labels, ...(isChoice(operator) ? outside : [])];
  if (grouping?.kind === 'without') return outside.filter((label) => !grouping.labels.includes(label));
  return isChoice(operator) ? outside : [];
}

function isChoice(operator: string): boolean {
  return /^(?:topk|bottomk|limitk|limit_ratio)$/.test(operator);
}

function neededOfSides(
  { operator, matching }: Binary,
  { labels }: Need,
): readonly [readonly string[], readonly string[]] {
  const on = matching?.kind === 'on' ? matching.labels : [];
  if (operator === 'or')
    return [
      [...labels, ...on],
      [...labels, ...on],
    ];
  if (operator === 'and' || operator === 'unless') return [[...labels, ...on], on];
  const group = matching?.group;
  if (group === undefined) return [[...labels, ...on], on];
  const many = [...labels.filter((label) => !group.labels.includes(label)), ...on];
  const one = [...group.labels, ...on];
  return group.side === 'left' ? [many, one] : [one, many];
}

function neededByCall({ name, arguments: given }: PromqlCall, { labels }: Need): readonly string[] {
  const texts = textsOf(given);
  const [made = '', ...others] = texts;
  const outside = labels.filter((label) => label !== made);
  switch (name) {
    case 'label_replace':
      // The replacement, the source, the pattern.
      return [...outside, ...(others[1] ? [others[1]] : [])];
    case 'label_join':
      return [...outside, ...others.slice(1)];
    case 'histogram_quantile':
      return [...labels, 'le'];
    case 'absent':
    case 'absent_over_time':
      return [];
    case 'sort_by_label':
    case 'sort_by_label_desc':
      return [...labels, ...texts];
    default:
      return labels;
  }
}
