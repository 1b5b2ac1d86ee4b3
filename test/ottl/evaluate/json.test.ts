import { ottlJson, pdataJson, toJson } from '../../../src/ottl/evaluate/json';
import { RawList } from '../../../src/ottl/evaluate/raw-list';
import { asString } from '../../../src/ottl/evaluate/text';
import { Duration, Id, Instant, OttlError, type OttlValue, Part } from '../../../src/ottl/evaluate/value';

const values: readonly { value: OttlValue; ottl: string; pdata: string }[] = [
  { value: null, ottl: 'null', pdata: 'null' },
  { value: 9007199254740993n, ottl: '9007199254740993', pdata: '9007199254740993' },
  { value: 1, ottl: '1', pdata: '1' },
  { value: -0, ottl: '-0', pdata: '-0' },
  { value: 1e-7, ottl: '1e-07', pdata: '1e-7' },
  { value: 1e-10, ottl: '1e-10', pdata: '1e-10' },
  { value: 1e21, ottl: '1e+21', pdata: '1e+21' },
  { value: true, ottl: 'true', pdata: 'true' },
  { value: 'é"\\\n\u0001', ottl: '"é\\"\\\\\\n\\u0001"', pdata: '"é\\"\\\\\\n\\u0001"' },
  { value: '\b\f', ottl: '"\\u0008\\u000c"', pdata: '"\\b\\f"' },
  { value: '\u2028', ottl: '"\\u2028"', pdata: '"\\u2028"' },
  { value: '<a&b>', ottl: '"\\u003ca\\u0026b\\u003e"', pdata: '"<a&b>"' },
  { value: Uint8Array.of(1, 2), ottl: '"AQI="', pdata: '"AQI="' },
  { value: new Uint8Array(), ottl: 'null', pdata: 'null' },
  { value: RawList.make('any', []), ottl: '[]', pdata: '[]' },
  { value: RawList.make('uint', [3n]), ottl: '[3]', pdata: '[3]' },
  { value: RawList.make('uint', []), ottl: 'null', pdata: 'null' },
  { value: RawList.make('float', []), ottl: 'null', pdata: 'null' },
  { value: [1n, ['a']], ottl: '[1,["a"]]', pdata: '[1,["a"]]' },
  {
    value: new Map([
      ['b', 1n],
      ['a', 2n],
    ]),
    ottl: '{"a":2,"b":1}',
    pdata: '{"a":2,"b":1}',
  },
  {
    value: new Map([
      ['a', 1n],
      ['a b', 3n],
      ['a!', 2n],
    ]),
    ottl: '{"a b":3,"a!":2,"a":1}',
    pdata: '{"a":1,"a b":3,"a!":2}',
  },
];

test.each(values)('$pdata', ({ value, ottl, pdata }) => {
  expect(toJson(value, ottlJson)).toBe(ottl);
  expect(toJson(value, pdataJson(false))).toBe(pdata);
});

const others: readonly { value: OttlValue; json: string }[] = [
  { value: new Duration(5n), json: '5' },
  { value: new Instant(1_700_000_000_120_000_000n), json: '"2023-11-14T22:13:20.12Z"' },
  { value: new Instant(-1n), json: '"1969-12-31T23:59:59.999999999Z"' },
  { value: new Id('span', '0102030405060708'), json: '[1,2,3,4,5,6,7,8]' },
  { value: new Part('SpanEventSlice', []), json: '{}' },
  { value: RawList.make('any', ['a', new Map(), [1n]]), json: '["a",{},{}]' },
];

test.each(others)('$json as OTTL writes it', ({ value, json }) => {
  expect(toJson(value, ottlJson)).toBe(json);
});

test('NaN is no JSON', () => {
  expect(() => toJson([Number.NaN], ottlJson)).toThrow(OttlError);
});

const texts: readonly { value: OttlValue; text: string }[] = [
  { value: null, text: '' },
  { value: 'a', text: 'a' },
  { value: 5n, text: '5' },
  { value: 1, text: '1' },
  { value: Number.NaN, text: 'NaN' },
  { value: Number.NEGATIVE_INFINITY, text: '-Infinity' },
  { value: false, text: 'false' },
  { value: Uint8Array.of(1, 2), text: 'AQI=' },
  { value: ['<'], text: '["<"]' },
  { value: [Number.NaN], text: '' },
];

test.each(texts)('a value of a record as text: $text', ({ value, text }) => {
  expect(asString(value, false)).toBe(text);
});

test('older releases escape HTML in it', () => {
  expect(asString(['<'], true)).toBe('["\\u003c"]');
});
