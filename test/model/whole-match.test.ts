import { isWholeMatch, wholeMatch } from '../../src/model/whole-match';

test('a regular expression matches the whole text, alternatives too', () => {
  for (const program of ['prometheus', 'alertmanager'] as const) {
    const matches = wholeMatch('a|b.*', program);
    expect(['a', 'bc', 'ac', 'xa', ''].map(matches)).toEqual([true, true, false, false, false]);
    expect(wholeMatch('', program)('')).toBe(true);
    expect(wholeMatch('a', program)('a\n')).toBe(false);
  }
});

test('a dot is the end of a line for Prometheus alone', () => {
  expect(wholeMatch('a.b', 'prometheus')('a\nb')).toBe(true);
  expect(wholeMatch('a.b', 'alertmanager')('a\nb')).toBe(false);
});

test.each(['(', '[', 'a**', '(?=a)', '\\1'])('%s is no regular expression of RE2', (expression) => {
  expect(isWholeMatch(expression, 'prometheus')).toBe(false);
  expect(() => wholeMatch(expression, 'alertmanager')).toThrow();
});
