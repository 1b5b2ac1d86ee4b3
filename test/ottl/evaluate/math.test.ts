import fc from 'fast-check';
import { calculate, type MathOperator, negate } from '../../../src/ottl/evaluate/math';
import { Duration, Instant, OttlError, type OttlValue } from '../../../src/ottl/evaluate/value';

const largest = 2n ** 63n - 1n;
const smallest = -(2n ** 63n);

interface Case {
  readonly left: OttlValue;
  readonly operator: MathOperator;
  readonly right: OttlValue;
  readonly result: OttlValue;
}

const cases: readonly Case[] = [
  { left: 7n, operator: '+', right: 2n, result: 9n },
  { left: 7n, operator: '-', right: 9n, result: -2n },
  { left: 7n, operator: '*', right: -2n, result: -14n },
  { left: -7n, operator: '/', right: 2n, result: -3n },
  { left: largest, operator: '+', right: 1n, result: smallest },
  { left: smallest, operator: '/', right: -1n, result: smallest },
  { left: 7n, operator: '/', right: 2, result: 3.5 },
  { left: 1.5, operator: '*', right: 2n, result: 3 },
  { left: 1.5, operator: '-', right: 0.25, result: 1.25 },
  { left: new Instant(10n), operator: '-', right: new Instant(4n), result: new Duration(6n) },
  { left: new Instant(2n ** 70n), operator: '-', right: new Instant(0n), result: new Duration(largest) },
  { left: new Instant(0n), operator: '-', right: new Instant(2n ** 70n), result: new Duration(smallest) },
  {
    left: new Instant(10n, 'Asia/Tokyo'),
    operator: '+',
    right: new Duration(4n),
    result: new Instant(14n, 'Asia/Tokyo'),
  },
  { left: new Instant(10n), operator: '-', right: new Duration(4n), result: new Instant(6n) },
  { left: new Duration(4n), operator: '+', right: new Instant(10n), result: new Instant(14n) },
  { left: new Duration(4n), operator: '-', right: new Duration(5n), result: new Duration(-1n) },
  { left: new Duration(largest), operator: '+', right: new Duration(1n), result: new Duration(smallest) },
];

test.each(cases)('$left $operator $right', ({ left, operator, right, result }) => {
  expect(calculate(operator, left, right)).toStrictEqual(result);
});

const errors: readonly Omit<Case, 'result'>[] = [
  { left: 1n, operator: '/', right: 0n },
  { left: 1, operator: '/', right: 0 },
  { left: 1n, operator: '/', right: 0 },
  { left: 'a', operator: '+', right: 'b' },
  { left: null, operator: '+', right: 1n },
  { left: 1n, operator: '+', right: null },
  { left: 1.5, operator: '+', right: '1' },
  { left: new Instant(1n), operator: '+', right: new Instant(1n) },
  { left: new Instant(1n), operator: '*', right: new Duration(1n) },
  { left: new Instant(1n), operator: '-', right: 1n },
  { left: new Duration(1n), operator: '-', right: new Instant(1n) },
  { left: new Duration(1n), operator: '*', right: 2n },
  { left: 1n, operator: '+', right: new Duration(1n) },
];

test.each(errors)('$left $operator $right is an error', ({ left, operator, right }) => {
  expect(() => calculate(operator, left, right)).toThrow(OttlError);
});

test('ints stay within 64 bits', () => {
  const int = fc.bigInt({ min: smallest, max: largest });
  fc.assert(
    fc.property(int, int, fc.constantFrom<MathOperator>('+', '-', '*'), (a, b, operator) => {
      const result = calculate(operator, a, b);
      const exact = operator === '+' ? a + b : operator === '-' ? a - b : a * b;
      expect(result).toBe(BigInt.asIntN(64, exact));
    }),
  );
});

test('a minus sign negates ints and floats only', () => {
  expect(negate(5n)).toBe(-5n);
  expect(negate(smallest)).toBe(smallest);
  expect(negate(1.5)).toBe(-1.5);
  expect(() => negate('5')).toThrow('string');
  expect(() => negate(null)).toThrow(OttlError);
});
