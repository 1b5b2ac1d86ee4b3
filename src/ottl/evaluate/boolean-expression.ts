import type { BooleanExpression } from '../ast';
import { compileConverter } from './call';
import { compare } from './compare';
import { comparisonOf } from './comparison';
import { compileValueTree } from './expression';
import { goType } from './go-type';
import type { Place } from './place';
import type { Scope } from './scope';
import { OttlError, Unsupported } from './value';

/** A condition; the same for every record where it is a bool. */
type Condition = boolean | ((place: Place) => boolean);

/** Makes a condition into what says whether it holds. An error in a part that is needed is one of the whole. */
export function compileBooleanTree(tree: BooleanExpression, scope: Scope): (place: Place) => boolean {
  return testOf(compile(tree, scope));
}

function testOf(condition: Condition): (place: Place) => boolean {
  return typeof condition === 'boolean' ? () => condition : condition;
}

function compile(tree: BooleanExpression, scope: Scope): Condition {
  switch (tree.kind) {
    case 'constant':
      return tree.value;
    case 'not':
      return not(compile(tree.of, scope));
    case 'and':
    case 'or':
      return joined(
        tree.kind,
        tree.terms.map((term) => compile(term, scope)),
        scope,
      );
    case 'comparison':
      return comparison(tree, scope);
    case 'call': {
      const value = compileConverter(tree, scope, compileValueTree);
      return (place) => {
        const result = value(place);
        if (typeof result === 'boolean') return result;
        throw new OttlError(`${tree.name} must give a bool in a condition but gave ${goType(result)}`);
      };
    }
    case 'opaque':
      throw new Unsupported(`the variable ${tree.env} in place of a condition`);
  }
}

function not(of: Condition): Condition {
  return typeof of === 'boolean' ? !of : (place) => !of(place);
}

function comparison(tree: Extract<BooleanExpression, { kind: 'comparison' }>, scope: Scope): Condition {
  const left = compileValueTree(tree.left, scope);
  const right = compileValueTree(tree.right, scope);
  if (left.literal !== undefined && right.literal !== undefined) {
    return compare(tree.operator, left.literal.value, right.literal.value);
  }
  return comparisonOf(tree.operator, left, right);
}

/** From left to right, until one decides. */
function joined(kind: 'and' | 'or', terms: readonly Condition[], scope: Scope): Condition {
  const decisive = kind === 'or';
  const constant = terms.indexOf(decisive);
  if (constant === 0 || (constant > 0 && scope.differences.foldsLiterals)) return decisive;
  const tests = terms.filter((term) => term !== !decisive).map(testOf);
  const [first, second] = tests;
  if (first === undefined) return !decisive;
  if (second === undefined) return first;
  if (tests.length === 2) {
    return decisive ? (place) => first(place) || second(place) : (place) => first(place) && second(place);
  }
  return decisive ? (place) => tests.some((test) => test(place)) : (place) => tests.every((test) => test(place));
}
