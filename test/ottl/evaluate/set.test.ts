import { OttlError, Unsupported } from '../../../src/ottl/evaluate/value';
import type { AnyValue } from '../../../src/telemetry/data';
import { emptyLog, placeOf } from './records';
import { run } from './run';

function attributesAfter(statement: string, attributes: Record<string, AnyValue>, release?: '0.131.0') {
  const log = emptyLog({ attributes: new Map(Object.entries(attributes)) });
  run(statement, placeOf({ log }), release === undefined ? {} : { release });
  return Object.fromEntries(log.attributes);
}

const cases: readonly {
  statement: string;
  before?: Record<string, AnyValue>;
  after: Record<string, AnyValue>;
}[] = [
  { statement: 'set(log.attributes["a"], 1)', after: { a: 1n } },
  { statement: 'set(log.attributes["a"], "b")', before: { a: 1n }, after: { a: 'b' } },
  { statement: 'set(log.attributes["a"]["b"]["c"], 1)', after: { a: new Map([['b', new Map([['c', 1n]])]]) } },
  { statement: 'set(log.attributes["a"][2], 1)', after: { a: [null, null, 1n] } },
  { statement: 'set(log.attributes["a"][0]["b"], 1)', after: { a: [new Map([['b', 1n]])] } },
  { statement: 'set(log.attributes["a"][-1], 1)', after: { a: [1n] } },
  {
    statement: 'set(log.attributes["a"][log.attributes["k"]], 1)',
    before: { k: 'x' },
    after: { k: 'x', a: new Map([['x', 1n]]) },
  },
  { statement: 'set(log.attributes["a"][log.attributes["k"]], 1)', before: { k: 1n }, after: { k: 1n, a: [null, 1n] } },
  { statement: 'set(log.attributes["a"][0], 1)', before: { a: ['x', 'y'] }, after: { a: [1n, 'y'] } },
  { statement: 'set(log.attributes["a"], [1, "x", [nil]])', after: { a: [1n, 'x', [null]] } },
  {
    statement: 'set(log.attributes["a"], {"x": {"y": [1]}, "z": nil})',
    after: {
      a: new Map<string, AnyValue>([
        ['x', new Map([['y', [1n]]])],
        ['z', null],
      ]),
    },
  },
  { statement: 'set(log.attributes, {"x": 1})', before: { a: 1n }, after: { x: 1n } },
  { statement: 'set(log.attributes, log.attributes["a"])', before: { a: new Map([['x', 1n]]) }, after: { x: 1n } },
  {
    statement: 'set(log.attributes["a"], log.attributes)',
    before: { b: 1n },
    after: {
      b: 1n,
      a: new Map<string, AnyValue>([
        ['b', 1n],
        ['a', new Map()],
      ]),
    },
  },
  { statement: 'set(log.attributes["a"], nil)', before: { a: 1n }, after: { a: 1n } },
  { statement: 'set(log.attributes["a"], 1) where log.flags == 1', after: {} },
];

test.each(cases)('$statement', ({ statement, before = {}, after }) => {
  expect(attributesAfter(statement, before)).toStrictEqual(after);
});

test('what was copied does not change with its source', () => {
  const log = emptyLog({ attributes: new Map<string, AnyValue>([['a', [1n]]]) });
  const place = placeOf({ log });
  run('set(log.attributes["b"], log.attributes["a"])', place);
  run('set(log.attributes["a"][0], 2)', place);
  expect(log.attributes.get('b')).toEqual([1n]);
});

test('a statement says whether its where held', () => {
  const place = placeOf({ log: emptyLog() });
  expect(run('set(log.flags, 1)', place)).toBe(true);
  expect(run('set(log.flags, 2) where log.flags == 2', place)).toBe(false);
  expect(place.log?.flags).toBe(1);
});

describe('a value that no record holds', () => {
  const statement = 'set(log.attributes["a"], log.time)';

  test('is an error, and leaves the key that was made for it', () => {
    const log = emptyLog();
    expect(() => run(statement, placeOf({ log }))).toThrow(OttlError);
    expect([...log.attributes]).toEqual([['a', null]]);
  });

  test('becomes nothing in older releases', () => {
    expect(attributesAfter(statement, { a: 1n }, '0.131.0')).toEqual({ a: null });
  });

  test('in a list is an error where it comes last', () => {
    expect(attributesAfter('set(log.attributes["a"], [log.time, 1])', {})).toEqual({ a: [null, 1n] });
    expect(() => attributesAfter('set(log.attributes["a"], [1, log.time])', {})).toThrow(OttlError);
  });

  test('in a map is an error', () => {
    expect(() => attributesAfter('set(log.attributes["a"], {"t": log.time})', {})).toThrow(OttlError);
    expect(() => attributesAfter('set(log.attributes["b"], {"l": log.attributes["l"]})', { l: [1n] })).toThrow(
      OttlError,
    );
  });
});

test('a map that is put into a map in it is not guessed', () => {
  expect(() => attributesAfter('set(log.attributes["a"], log.attributes)', { a: new Map() })).toThrow(Unsupported);
});

describe('a map that is set to itself', () => {
  const statement = 'set(log.attributes, log.attributes)';
  const before = () => ({ a: Uint8Array.of(1, 2), b: [Uint8Array.of(3)], c: 'x' });

  test('stays as it is', () => {
    expect(attributesAfter(statement, before())).toEqual(before());
  });

  test('loses its bytes in older releases', () => {
    expect(attributesAfter(statement, before(), '0.131.0')).toEqual({
      a: Uint8Array.of(0, 0),
      b: [Uint8Array.of(0)],
      c: 'x',
    });
  });
});
