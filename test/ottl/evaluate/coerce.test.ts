import { type Coerced, coercions } from '../../../src/ottl/evaluate/coerce';
import { RawList } from '../../../src/ottl/evaluate/raw-list';
import { Duration, Instant, OttlError, type OttlValue } from '../../../src/ottl/evaluate/value';

function coerce(kind: Coerced, value: OttlValue): unknown {
  return coercions[kind](value);
}

const samples: Readonly<Record<string, OttlValue>> = {
  string: 'a',
  int: 1n,
  float: 1.5,
  bool: true,
  map: new Map([['a', 1n]]),
  slice: [1n],
  time: new Instant(1n),
  duration: new Duration(1n),
};

const strict: readonly Coerced[] = ['string', 'int', 'float', 'bool', 'map', 'slice', 'time', 'duration'];

const mismatches = strict.flatMap((kind) =>
  [
    null,
    Uint8Array.of(1),
    ...Object.keys(samples)
      .filter((type) => type !== kind)
      .map((type) => samples[type] ?? null),
  ].map((value) => ({ kind, value })),
);

test.each(strict)('a %s is taken as it is', (kind) => {
  expect(coerce(kind, samples[kind] ?? null)).toBe(samples[kind]);
});

test.each(mismatches)('$value is no $kind', ({ kind, value }) => {
  expect(() => coerce(kind, value)).toThrow(OttlError);
});

describe('a list of a literal or function', () => {
  test('becomes one of a record', () => {
    const list = coerce('slice', RawList.make('any', [1n, RawList.make('any', ['a'])]));
    expect(list).toStrictEqual([1n, ['a']]);
    expect(list).not.toBeInstanceOf(RawList);
    expect(coerce('slice', RawList.make('uint', [2n ** 64n - 1n]))).toEqual([-1n]);
  });

  test('must hold what a record can hold', () => {
    expect(() => coerce('slice', RawList.make('any', [new Map()]))).toThrow(OttlError);
    expect(() => coerce('slice', RawList.make('any', [RawList.make('string', [])]))).toThrow(OttlError);
  });
});

const like: readonly { kind: Coerced; value: OttlValue; result: unknown }[] = [
  { kind: 'stringLike', value: null, result: null },
  { kind: 'stringLike', value: 'a"', result: 'a"' },
  { kind: 'stringLike', value: Uint8Array.of(1, 255), result: '01ff' },
  { kind: 'stringLike', value: 1, result: '1' },
  { kind: 'stringLike', value: true, result: 'true' },
  { kind: 'stringLike', value: ['<'], result: '["\\u003c"]' },
  { kind: 'stringLike', value: new Map([['a', null]]), result: '{"a":null}' },
  { kind: 'intLike', value: null, result: null },
  { kind: 'intLike', value: '12', result: 12n },
  { kind: 'intLike', value: '1.5', result: null },
  { kind: 'intLike', value: -1.9, result: -1n },
  { kind: 'intLike', value: true, result: 1n },
  { kind: 'floatLike', value: null, result: null },
  { kind: 'floatLike', value: 3n, result: 3 },
  { kind: 'floatLike', value: '1e3', result: 1000 },
  { kind: 'floatLike', value: false, result: 0 },
  { kind: 'boolLike', value: null, result: null },
  { kind: 'boolLike', value: 0n, result: false },
  { kind: 'boolLike', value: Number.NaN, result: true },
  { kind: 'boolLike', value: 'T', result: true },
  { kind: 'bytesLike', value: null, result: null },
  { kind: 'bytesLike', value: 'é', result: Buffer.from([0xc3, 0xa9]) },
  { kind: 'bytesLike', value: -2n, result: Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 254) },
  { kind: 'bytesLike', value: 1, result: Uint8Array.of(0x3f, 0xf0, 0, 0, 0, 0, 0, 0) },
  { kind: 'bytesLike', value: true, result: Uint8Array.of(1) },
];

test.each(like)('$value as $kind', ({ kind, value, result }) => {
  expect(coerce(kind, value)).toEqual(result);
});

test.each([
  { kind: 'stringLike', value: [Number.NaN] },
  { kind: 'intLike', value: Uint8Array.of(1) },
  { kind: 'intLike', value: [1n] },
  { kind: 'floatLike', value: 'x' },
  { kind: 'floatLike', value: new Map() },
  { kind: 'boolLike', value: 'yes' },
  { kind: 'boolLike', value: new Duration(1n) },
  { kind: 'bytesLike', value: [] },
] as const)('$value cannot be made $kind', ({ kind, value }) => {
  expect(() => coerce(kind, value as OttlValue)).toThrow(OttlError);
});
