import fc from 'fast-check';
import type { ComparisonOperator } from '../../../src/ottl/ast';
import { compare } from '../../../src/ottl/evaluate/compare';
import { RawList } from '../../../src/ottl/evaluate/raw-list';
import { compareText } from '../../../src/ottl/evaluate/utf8';
import { Duration, Id, Instant, type OttlValue, Panic, Part, Unsupported } from '../../../src/ottl/evaluate/value';

const operators: readonly ComparisonOperator[] = ['==', '!=', '<', '<=', '>', '>='];

/** The operators that hold. */
function holding(left: OttlValue, right: OttlValue): string {
  return operators.filter((operator) => compare(operator, left, right)).join(' ');
}

const less = '!= < <=';
const equal = '== <= >=';
const greater = '!= > >=';
const unequal = '!=';

const events: object[] = [];

/** Of every type one that is less (or just another), and one that is greater. */
const types: readonly { type: string; low: OttlValue; high: OttlValue; ordered: boolean }[] = [
  { type: 'bool', low: false, high: true, ordered: true },
  { type: 'int', low: 1n, high: 2n, ordered: true },
  { type: 'float', low: 1.25, high: 2.5, ordered: true },
  { type: 'string', low: 'a', high: 'b', ordered: true },
  { type: 'bytes', low: Uint8Array.of(1), high: Uint8Array.of(1, 0), ordered: true },
  { type: 'time', low: new Instant(1n), high: new Instant(2n), ordered: true },
  { type: 'duration', low: new Duration(1n), high: new Duration(2n), ordered: true },
  { type: 'map', low: new Map([['a', 1n]]), high: new Map([['a', 2n]]), ordered: false },
  { type: 'list', low: [1n], high: [2n], ordered: false },
  { type: 'id of a trace', low: new Id('trace', '01'), high: new Id('trace', '02'), ordered: false },
  { type: 'id of a span', low: new Id('span', '01'), high: new Id('span', '02'), ordered: false },
  { type: 'part', low: new Part('SpanEventSlice', events), high: new Part('SpanEventSlice', []), ordered: false },
];

describe('values of one type', () => {
  test.each(types)('$type', ({ low, high, ordered }) => {
    expect(holding(low, high)).toBe(ordered ? less : unequal);
    expect(holding(high, low)).toBe(ordered ? greater : unequal);
    expect(holding(low, low)).toBe(ordered ? equal : '==');
  });
});

const pairs = types.flatMap((left) =>
  types
    .filter((right) => right.type !== left.type && !(isNumber(left.type) && isNumber(right.type)))
    .map((right) => ({ left, right })),
);

function isNumber(type: string): boolean {
  return type === 'int' || type === 'float';
}

test.each(pairs)('$left.type and $right.type are unequal, and nothing else', ({ left, right }) => {
  expect(holding(left.low, right.low)).toBe(unequal);
});

test.each(types)('$type and nil are unequal, on either side', ({ low }) => {
  expect(holding(low, null)).toBe(unequal);
  expect(holding(null, low)).toBe(unequal);
});

test('nil equals nil', () => {
  expect(holding(null, null)).toBe(equal);
});

test('empty bytes are nil', () => {
  const empty = new Uint8Array();
  expect(holding(empty, null)).toBe(equal);
  expect(holding(null, empty)).toBe(equal);
  expect(holding(empty, empty)).toBe(equal);
  expect(holding(empty, Uint8Array.of(1))).toBe(unequal);
  expect(holding('', empty)).toBe(unequal);
});

describe('ints and floats', () => {
  test('are compared as floats', () => {
    expect(holding(5n, 5)).toBe(equal);
    expect(holding(1.5, 2n)).toBe(less);
    expect(holding(2n, 1.5)).toBe(greater);
  });

  test('so that a large int equals the float that it is rounded to', () => {
    expect(holding(9007199254740993n, 9007199254740992)).toBe(equal);
    expect(holding(9007199254740993n, 9007199254740992n)).toBe(greater);
  });

  test('NaN is unequal to itself', () => {
    expect(holding(Number.NaN, Number.NaN)).toBe(unequal);
    expect(holding(1n, Number.NaN)).toBe(unequal);
  });

  test('do not equal inside of maps and lists', () => {
    expect(holding([1n], [1])).toBe(unequal);
    expect(holding(new Map([['a', 1n]]), new Map([['a', 1]]))).toBe(unequal);
  });
});

test('text is ordered by its bytes in UTF-8', () => {
  const character = fc.constantFrom('a', 'é', '퟿', '', '\uffee', '😀', '\u{10ffff}');
  const text = fc.array(character, { maxLength: 4 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

describe('maps', () => {
  test('are equal whatever the order of their keys', () => {
    const a = new Map<string, OttlValue>([
      ['a', null],
      ['b', Uint8Array.of(1)],
    ]);
    const b = new Map<string, OttlValue>([
      ['b', Uint8Array.of(1)],
      ['a', null],
    ]);
    expect(holding(a, b)).toBe('==');
  });

  test('with a key of another name are unequal', () => {
    expect(holding(new Map([['a', null]]), new Map([['b', null]]))).toBe(unequal);
  });
});

describe('lists of literals', () => {
  const raw = (...items: OttlValue[]) => RawList.make('any', items);

  test('equal those of records with the same items', () => {
    expect(holding(raw('a', 1n, null, raw(true)), ['a', 1n, null, [true]])).toBe('==');
    expect(holding(['a'], raw('a'))).toBe('==');
    expect(holding(raw('a'), raw('a'))).toBe('==');
    expect(holding(raw('a'), raw('a', 'b'))).toBe(unequal);
  });

  test('equal nothing where they hold a map or list of a record', () => {
    expect(holding(raw(new Map()), [new Map()])).toBe(unequal);
    expect(holding(raw([1n]), [[1n]])).toBe(unequal);
    expect(holding(raw(new Instant(1n)), [1n])).toBe(unequal);
  });

  test('are not known to be equal where both do', () => {
    expect(() => compare('==', raw(new Map()), raw(new Map()))).toThrow(Unsupported);
  });

  test('of functions equal none of literals or records', () => {
    const strings = RawList.make('string', ['a']);
    expect(holding(strings, ['a'])).toBe(unequal);
    expect(holding(raw('a'), strings)).toBe(unequal);
    expect(() => compare('==', strings, strings)).toThrow(Panic);
    expect(compare('<', strings, strings)).toBe(false);
  });
});
