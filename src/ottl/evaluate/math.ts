import { goType } from './go-type';
import { Duration, Instant, OttlError, type OttlValue } from './value';

export type MathOperator = '+' | '-' | '*' | '/';

const longest = 2n ** 63n - 1n;

/** int64 arithmetic wraps around, an int beside a float becomes one, and dividing by 0 is an error. */
export function calculate(operator: MathOperator, left: OttlValue, right: OttlValue): OttlValue {
  if (typeof left === 'bigint') {
    if (typeof right === 'bigint') return ofInts(operator, left, right);
    if (typeof right === 'number') return ofFloats(operator, Number(left), right);
    throw new OttlError(`expected an int or a float on the right of ${operator} but got ${goType(right)}`);
  }
  if (typeof left === 'number') {
    if (typeof right === 'number') return ofFloats(operator, left, right);
    if (typeof right === 'bigint') return ofFloats(operator, left, Number(right));
    throw new OttlError(`expected an int or a float on the right of ${operator} but got ${goType(right)}`);
  }
  if (left instanceof Instant) return ofTime(operator, left, right);
  if (left instanceof Duration) return ofDuration(operator, left, right);
  throw new OttlError(
    `expected an int, a float, a time or a duration on the left of ${operator} but got ${goType(left)}`,
  );
}

/** `-x` of an int or a float. */
export function negate(value: OttlValue): OttlValue {
  if (typeof value === 'bigint') return BigInt.asIntN(64, -value);
  if (typeof value === 'number') return -value;
  throw new OttlError(`cannot negate a value of type ${goType(value)}`);
}

function ofInts(operator: MathOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return BigInt.asIntN(64, a + b);
    case '-':
      return BigInt.asIntN(64, a - b);
    case '*':
      return BigInt.asIntN(64, a * b);
    case '/':
      if (b === 0n) throw new OttlError('attempted to divide by 0');
      return BigInt.asIntN(64, a / b);
  }
}

function ofFloats(operator: MathOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw new OttlError('attempted to divide by 0');
      return a / b;
  }
}

function moved(time: Instant, by: bigint): Instant {
  return new Instant(time.nanoseconds + by, time.zone);
}

function ofTime(operator: MathOperator, left: Instant, right: OttlValue): OttlValue {
  if (operator === '+' && right instanceof Duration) return moved(left, right.nanoseconds);
  if (operator === '-' && right instanceof Duration) return moved(left, BigInt.asIntN(64, -right.nanoseconds));
  if (operator === '-' && right instanceof Instant) return new Duration(clamp(left.nanoseconds - right.nanoseconds));
  throw new OttlError(`cannot calculate a time ${operator} ${goType(right)}`);
}

function ofDuration(operator: MathOperator, left: Duration, right: OttlValue): OttlValue {
  if (operator === '+' && right instanceof Instant) return moved(right, left.nanoseconds);
  if ((operator === '+' || operator === '-') && right instanceof Duration) {
    return new Duration(ofInts(operator, left.nanoseconds, right.nanoseconds));
  }
  throw new OttlError(`cannot calculate a duration ${operator} ${goType(right)}`);
}

/** The distance of two times ends at the longest duration. */
function clamp(nanoseconds: bigint): bigint {
  if (nanoseconds > longest) return longest;
  return nanoseconds < -longest - 1n ? -longest - 1n : nanoseconds;
}
