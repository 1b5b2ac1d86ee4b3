import type { Binary } from '../ast';
import type { ValueType } from '../tables';
import { at, type PromqlFinding, type PromqlTarget, type Report } from './finding';
import { typeOf, typeSaid } from './value-type';

const comparisons = ['==', '!=', '<', '<=', '>', '>='];
const setOperators = ['and', 'or', 'unless'];

/** What the server refuses of a binary operator. */
export function checkBinary(tree: Binary, target: PromqlTarget, report: Report): void {
  const { operator, left, right, bool, fill } = tree;
  const say = (code: PromqlFinding['code'], message: string, fix: string) =>
    report({ code, ...at(tree), message, fix });
  if (fill !== undefined && !target.features.includes('promql-binop-fill-modifiers')) {
    const message = '"fill" needs the feature flag "promql-binop-fill-modifiers".';
    say('promql-experimental', message, 'Write "or" with what is to be filled in, or enable the feature.');
  }
  const isComparison = comparisons.includes(operator);
  if (bool && !isComparison) {
    say('promql-type', `"bool" stands behind "${operator}", which compares nothing.`, 'Remove "bool".');
  }
  checkLabels(tree, say);
  const leftType = typeOf(left, target.release);
  const rightType = typeOf(right, target.release);
  if (leftType === undefined || rightType === undefined) return;
  for (const [side, type] of [[left, leftType] as const, [right, rightType] as const]) {
    if (type === 'scalar' || type === 'vector') continue;
    report({
      code: 'promql-type',
      ...at(side),
      message: `"${operator}" takes instant vectors and numbers, and ${typeSaid(side, type)}.`,
      fix:
        type === 'matrix'
          ? 'Write a function around it, such as rate(…) or avg_over_time(…).'
          : 'Write a number or a selector.',
    });
  }
  if (isComparison && !bool && leftType === 'scalar' && rightType === 'scalar') {
    const fix = `Write "${operator} bool", which gives 0 or 1, or compare a metric.`;
    say('promql-type', `"${operator}" compares two numbers, and has no series to keep or leave away.`, fix);
  }
  checkMatching(tree, [leftType, rightType], say);
}

type Say = (code: PromqlFinding['code'], message: string, fix: string) => void;

function checkLabels({ matching }: Binary, say: Say): void {
  if (matching?.kind !== 'on') return;
  const twice = matching.labels.find((label) => matching.group?.labels.includes(label));
  if (twice === undefined) return;
  const message = `The label "${twice}" stands in "on" and in "group_${matching.group?.side}".`;
  say('promql-matching', message, `Remove it from "group_${matching.group?.side}": both sides have it.`);
}

function checkMatching({ operator, matching, fill }: Binary, types: readonly ValueType[], say: Say): void {
  const isSet = setOperators.includes(operator);
  if (types.every((type) => type === 'vector')) {
    if (isSet && matching?.group !== undefined) {
      say(
        'promql-matching',
        `"group_${matching.group.side}" stands behind "${operator}", which adds no labels.`,
        'Remove it.',
      );
    }
    if (isSet && fill !== undefined) {
      say('promql-matching', `"fill" stands behind "${operator}", which needs no partner of a series.`, 'Remove it.');
    }
    return;
  }
  if (matching !== undefined && matching.labels.length > 0) {
    const message = `"${matching.kind}" stands behind "${operator}", and one side has no labels.`;
    say('promql-matching', message, `Remove "${matching.kind}", or compare with a metric.`);
  }
  if (fill !== undefined) {
    say('promql-matching', `"fill" stands behind "${operator}", and one side has no series.`, 'Remove it.');
  }
  if (isSet && types.includes('scalar')) {
    say(
      'promql-type',
      `"${operator}" takes instant vectors on both sides, and one is a number.`,
      'Write vector(…) around the number.',
    );
  }
}
