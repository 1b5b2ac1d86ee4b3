import { MatcherError, meetsAll } from '../../src/alertmanager/matcher';
import { parseMatchers } from '../../src/alertmanager/parse-matchers';

// test/e2e/alertmanager.test.ts compares with Alertmanager itself.
test.each([
  ['', []],
  ['{}', []],
  ['a="b"', ['a="b"']],
  ['{ a = b , c!~"d|e", }', ['a="b"', 'c!~"d|e"']],
  ['ü="x"', ['ü="x"']],
  ['"a b"=c', ['a b="c"']],
  ['a="x\\"y"', ['a="x"y"']],
  ['a="\\u00e4\\xc3\\xa4"', ['a="\\u00e4\\xc3\\xa4"']],
  // Only the notation from before UTF-8 takes these.
  ['a=b c', ['a="b c"']],
  ['a=~a|b', ['a=~"a|b"']],
  ["a='b'", ['a="\'b\'"']],
])('%s', (text, matchers) => {
  expect(parseMatchers(text).map(({ name, type, value }) => `${name}${type}"${value}"`)).toEqual(matchers);
});

test.each([
  ['a', 'the text ends where one of =, !=, =~ and !~ should be'],
  ['a=~"("', 'is no regular expression'],
  ['{ü=b', 'a closing brace is missing'],
  ['ü=a"', 'a closing quote is missing'],
])('%s is refused', (text, message) => {
  expect(() => parseMatchers(text)).toThrow(MatcherError);
  expect(() => parseMatchers(text)).toThrow(message);
});

test('a missing label is empty, and regular expressions match the whole value', () => {
  const meets = (text: string, labels: Record<string, string>) => meetsAll(parseMatchers(text), labels);
  expect(meets('a=""', {})).toBe(true);
  expect(meets('a!="x"', {})).toBe(true);
  expect(meets('a=~".+"', {})).toBe(false);
  expect(meets('a=~"b"', { a: 'abc' })).toBe(false);
  expect(meets('a=~"b|a.*"', { a: 'abc' })).toBe(true);
  expect(meets('toString=""', {})).toBe(true);
});
