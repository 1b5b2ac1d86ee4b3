import type { ValueExpression } from '../../ottl/ast';
import { constantNamed } from './constants';
import { int64 } from './numbers';
import type { Literal } from './value';

/** The value of an expression that is the same for all records; `undefined` where it is not, or not known to be. */
export function literalOf(expression: ValueExpression): Literal | undefined {
  switch (expression.kind) {
    case 'nil':
      return { kind: 'nil' };
    case 'bool':
      return { kind: 'bool', value: expression.value };
    case 'int':
      return { kind: 'int', value: expression.value };
    case 'float':
      return { kind: 'float', value: expression.value };
    case 'string':
      return expression.parts.every((part) => typeof part === 'string')
        ? { kind: 'string', value: expression.parts.join('') }
        : { kind: 'some string' };
    case 'enum': {
      const value = constantNamed(expression.name);
      return value === undefined ? { kind: 'some int' } : { kind: 'int', value };
    }
    case 'bytes':
      return { kind: 'bytes' };
    case 'list':
      return expression.items.every((item) => literalOf(item) !== undefined) ? { kind: 'slice' } : undefined;
    case 'map':
      return expression.entries.every(({ value }) => literalOf(value) !== undefined) ? { kind: 'map' } : undefined;
    case 'math':
      return calculated(expression.operator, literalOf(expression.left), literalOf(expression.right));
    default:
      return undefined;
  }
}

/** Ints alone, while they stay within 64 bits. */
function calculated(
  operator: '+' | '-' | '*' | '/',
  left: Literal | undefined,
  right: Literal | undefined,
): Literal | undefined {
  if (left?.kind !== 'int' || right?.kind !== 'int' || (operator === '/' && right.value === 0n)) return undefined;
  const value = calculate[operator](left.value, right.value);
  return value < int64[0] || value > int64[1] ? undefined : { kind: 'int', value };
}

const calculate: Readonly<Record<'+' | '-' | '*' | '/', (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};
