import type { ComparisonOperator } from '../ast';
import { compareBytes } from './bytes';
import { rawEqualsRaw, rawEqualsRecord, sameEntries, sameValue } from './equal';
import { RawList } from './raw-list';
import { compareText } from './utf8';
import { Duration, Id, Instant, type OttlValue, Panic, Part } from './value';

/**
 * Compares two values as OTTL does. Never an error: what is not comparable is unequal, and neither less nor greater.
 * Ints and floats are compared as floats, text by its bytes in UTF-8. Throws `Panic` for two lists that functions made.
 */
export function compare(operator: ComparisonOperator, left: OttlValue, right: OttlValue): boolean {
  const a = isNil(left) ? null : left;
  const b = isNil(right) ? null : right;
  if (a === null || b === null) {
    if (a === null && b === null) return operator === '==' || operator === '<=' || operator === '>=';
    return operator === '!=';
  }
  switch (typeof a) {
    case 'string':
      if (typeof b !== 'string') return operator === '!=';
      if (operator === '==') return a === b;
      if (operator === '!=') return a !== b;
      return holds(operator, compareText(a, b));
    case 'bigint':
      if (typeof b === 'bigint') return ordered(operator, a, b);
      // Go turns the int into a float, which JavaScript's own comparison does not.
      return typeof b === 'number' ? ordered(operator, Number(a), b) : operator === '!=';
    case 'number':
      if (typeof b === 'number') return ordered(operator, a, b);
      return typeof b === 'bigint' ? ordered(operator, a, Number(b)) : operator === '!=';
    case 'boolean':
      return typeof b === 'boolean' ? ordered(operator, a, b) : operator === '!=';
    default:
      return compareObjects(operator, a, b);
  }
}

/** Empty bytes of a record are nil in Go. */
function isNil(value: OttlValue): boolean {
  return value === null || (value instanceof Uint8Array && value.length === 0);
}

function compareObjects(operator: ComparisonOperator, a: OttlValue & object, b: OttlValue): boolean {
  if (a instanceof Uint8Array) {
    return b instanceof Uint8Array ? holds(operator, compareBytes(a, b)) : operator === '!=';
  }
  if (a instanceof Instant) {
    return b instanceof Instant ? ordered(operator, a.nanoseconds, b.nanoseconds) : operator === '!=';
  }
  if (a instanceof Duration) {
    return b instanceof Duration ? ordered(operator, a.nanoseconds, b.nanoseconds) : operator === '!=';
  }
  if (operator !== '==' && operator !== '!=') return false;
  return equalObjects(a, b) === (operator === '==');
}

function equalObjects(a: OttlValue & object, b: OttlValue): boolean {
  if (a instanceof Map) return b instanceof Map && sameEntries(a, b);
  if (a instanceof Id) return b instanceof Id && a.of === b.of && a.hex === b.hex;
  if (a instanceof Part) return b instanceof Part && a.of === b.of && a.source === b.source;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  if (a instanceof RawList) {
    return b instanceof RawList ? equalRawLists(a, b) : a.element === 'any' && rawEqualsRecord(a, b);
  }
  if (b instanceof RawList) return b.element === 'any' && rawEqualsRecord(b, a);
  return sameValue(a, b);
}

function equalRawLists(a: RawList, b: RawList): boolean {
  if (a.element !== b.element) return false;
  if (a.element !== 'any') {
    throw new Panic(`the collector panics where it compares two lists of ${a.element}s that functions made`);
  }
  return rawEqualsRaw(a, b);
}

function ordered<T extends bigint | number | boolean>(operator: ComparisonOperator, a: T, b: T): boolean {
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** `order` as of a sort: less than 0 where the left comes first. */
function holds(operator: ComparisonOperator, order: number): boolean {
  return ordered(operator, order, 0);
}
