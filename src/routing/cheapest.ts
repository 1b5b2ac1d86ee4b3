import { mayFail } from '../analysis/conditions/may-fail';
import type { BooleanExpression, Path, ValueExpression } from '../ottl/ast';
import { Condition } from '../ottl/condition';
import { conditionRefs } from '../ottl/lower';
import type { Row } from './row';

/**
 * The row with what costs least asked first: a field such as the severity is at hand, an attribute has to be looked for.
 * What is moved cannot fail, and the rest stays in its order, so that guards keep guarding.
 */
export function cheapestFirst(row: Row): Row {
  const { when, tree } = row;
  if (when === 'always' || tree.kind !== 'and') return row;
  const cheap = tree.terms.filter(isCheap);
  const terms = [...cheap, ...tree.terms.filter((term) => !cheap.includes(term))];
  if (terms.every((term, i) => term === tree.terms[i])) return row;
  const ordered: BooleanExpression = { ...tree, terms };
  return { ...row, when: new Condition({ kind: 'written', tree: ordered, refs: conditionRefs(when) }), tree: ordered };
}

function isCheap(term: BooleanExpression): boolean {
  if (term.kind !== 'comparison') return false;
  const sides = [term.left, term.right];
  return sides.some(isField) && sides.every((side) => isField(side) || isNumber(side)) && mayFail(term) === 'no';
}

function isField(value: ValueExpression): value is Path {
  return value.kind === 'path' && value.fields.every(({ keys }) => keys.length === 0);
}

function isNumber({ kind }: ValueExpression): boolean {
  return kind === 'int' || kind === 'enum';
}
