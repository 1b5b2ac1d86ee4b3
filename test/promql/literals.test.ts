import { readNumber, writeNumber } from '../../src/promql/number';
import { quote, unquote } from '../../src/promql/unquote';

test.each([
  ['1.', 1],
  ['.5', 0.5],
  ['1e3', 1000],
  ['0x1F', 31],
  ['017', 15],
  ['08', 8],
  ['1_000', 1000],
  ['0x_1F', 31],
  ['9223372036854775808', 2 ** 63],
  ['inf', Number.POSITIVE_INFINITY],
  ['NaN', Number.NaN],
])('%s is %d', (text, value) => expect(readNumber(text)).toBe(value));

test.each(['1__0', '1_', '1e999', '0xffffffffffffffff', '1e', '1.2.3'])('%s is no number', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

test.each([0, -0, 1.5, 1e21, 1e-9, Number.POSITIVE_INFINITY, Number.NaN, 5e-324])(
  '%d is read as it is written',
  (value) => {
    expect(readNumber(writeNumber(value).replace(/^-/, ''))).toBe(Math.abs(value));
  },
);

test.each([
  ['"a"', 'a'],
  ["'a\"b'", 'a"b'],
  ['`a\\b\n`', 'a\\b\n'],
  ['"\\x41\\101\\u00e9\\U0001f4a5"', 'AAé💥'],
  ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\""', '\u0007\b\f\n\r\t\v\\"'],
  ['"\\xc3\\xa9"', 'é'],
  ['"\\xff\\xc3"', '\udcff\udcc3'],
])('%s holds %j', (literal, value) => {
  expect(unquote(literal)).toEqual({ value });
  expect(unquote(quote(value))).toEqual({ value });
});

test.each([
  ['"\\q"', 1, 'escape'],
  ['"ab\\x4"', 3, 'escape'],
  ["'\\\"'", 1, 'escape'],
  ['"\\ud800"', 1, 'escape'],
  ['"a\ufffd"', 2, 'character'],
])('%j is refused', (literal, start, problem) => {
  expect(unquote(literal)).toMatchObject({ start, problem });
});
