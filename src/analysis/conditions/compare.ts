import type { ComparisonOperator } from '../../ottl/ast';
import { compareText } from '../../ottl/evaluate/utf8';
import { type Literal, outcome, type Representative, type TestOutcome } from './value';

/** `!=` is everywhere the opposite of `==`, and is not among these. */
export type Comparison = Exclude<ComparisonOperator, '!='>;

const holds: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** How a value compares with a literal, by the rules of OTTL: values of different types are unequal, and in no order. */
export function compare(value: Representative, operator: Comparison, literal: Literal): TestOutcome {
  const { kind } = value;
  if (kind === 'error') return 'error';
  if (literal.kind === 'nil') {
    if (kind === 'nil') return outcome(holds[operator](0));
    return kind === 'no bytes' ? 'free' : 'false';
  }
  switch (kind) {
    case 'bool':
      return literal.kind === 'bool' ? outcome(holds[operator](Number(value.value) - Number(literal.value))) : 'false';
    case 'int':
    case 'float':
      return compareNumbers(value.value as bigint | number, operator, literal);
    case 'string':
      return compareStrings(value, operator, literal);
    case 'no bytes':
    case 'bytes':
      return literal.kind === 'bytes' ? 'free' : 'false';
    case 'map':
    case 'slice':
      return literal.kind === kind && operator === '==' ? 'free' : 'false';
    default:
      return 'false';
  }
}

function compareNumbers(value: bigint | number, operator: Comparison, literal: Literal): TestOutcome {
  if (literal.kind === 'some int') return 'free';
  if (literal.kind !== 'int' && literal.kind !== 'float') return 'false';
  return outcome(numbersHold(value, operator, literal.value));
}

/** An int and a float are compared as floats. */
export function numbersHold(a: bigint | number, operator: Comparison, b: bigint | number): boolean {
  if (typeof a === 'bigint' && typeof b === 'bigint') return holds[operator](a === b ? 0 : a < b ? -1 : 1);
  const [x, y] = [Number(a), Number(b)];
  // Nothing holds of NaN.
  if (Number.isNaN(x) || Number.isNaN(y)) return false;
  return holds[operator](x === y ? 0 : x < y ? -1 : 1);
}

function compareStrings(representative: Representative, operator: Comparison, literal: Literal): TestOutcome {
  if (literal.kind === 'some string') return 'free';
  if (literal.kind !== 'string') return 'false';
  const { value, unnamed } = representative;
  if (operator === '==') return outcome(unnamed !== true && value === literal.value);
  if (value === undefined || (unnamed && value === literal.value)) return 'free';
  return outcome(holds[operator](compareText(value as string, literal.value)));
}
