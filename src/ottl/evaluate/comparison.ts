import type { ComparisonOperator } from '../ast';
import { compare } from './compare';
import type { Getter } from './functions/function';
import type { Place } from './place';

type Test = (place: Place) => boolean;

/** A comparison of two values. What most of them are, a path beside a literal, does without the general rules. */
export function comparisonOf(operator: ComparisonOperator, left: Getter, right: Getter): Test {
  const constant = right.literal?.value;
  if (typeof constant === 'string' && operator === '==') return (place) => left(place) === constant;
  if (typeof constant === 'string' && operator === '!=') return (place) => left(place) !== constant;
  if (typeof constant === 'bigint') return withInt(operator, left, constant);
  return (place) => compare(operator, left(place), right(place));
}

function withInt(operator: ComparisonOperator, left: Getter, constant: bigint): Test {
  const test = intTests[operator];
  return (place) => {
    const value = left(place);
    return typeof value === 'bigint' ? test(value, constant) : compare(operator, value, constant);
  };
}

const intTests: Readonly<Record<ComparisonOperator, (a: bigint, b: bigint) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
