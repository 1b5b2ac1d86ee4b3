import fc from 'fast-check';
import { readGlob } from '../../src/model/glob';

// The rules of Go's path/filepath.Match, each with what it takes and what it does not.
test.each<[string, readonly string[], readonly string[]]>([
  ['rules.yml', ['rules.yml'], ['rulesxyml', 'rules.yml2', 'a/rules.yml']],
  ['*.yml', ['a.yml', '.yml'], ['a.yaml', 'a/b.yml']],
  ['rules/*', ['rules/', 'rules/a'], ['rules', 'rules/a/b']],
  ['*/a', ['x/a'], ['a', 'x/y/a']],
  ['a?c', ['abc', 'a.c', 'a世c'], ['ac', 'a/c', 'abbc']],
  ['[a-c]', ['a', 'b', 'c'], ['d', '', 'ab', '[a-c]']],
  ['[abx-z]*', ['a', 'box', 'y1'], ['cab']],
  ['[^a-c]', ['d', '世'], ['a', '', '/']],
  ['[^a]b', ['bb'], ['ab', '/b']],
  ['[!a]', ['!', 'a'], ['b']],
  ['[.-0]', ['.', '0'], ['/', '1']],
  ['[z-a]', [], ['a', 'z', '-']],
  ['[^z-a]', ['a', '-'], ['/']],
  ['[a^]', ['a', '^'], ['b']],
  ['[世-界]', ['世', '界'], ['a']],
  ['[\\]-_]', [']', '^', '_'], ['-', '\\']],
  ['[\\-x]', ['-', 'x'], ['\\', 'a']],
  ['[a\\-z]', ['a', '-', 'z'], ['b']],
  ['[\\\\]', ['\\'], ['/']],
  ['a\\*b', ['a*b'], ['aXb', 'a\\b']],
  ['\\a\\[', ['a['], ['\\a[']],
  ['a]b', ['a]b'], ['ab']],
  ['{a,b}', ['{a,b}'], ['a', 'b']],
  ['a+(b)|$', ['a+(b)|$'], ['aab', 'b']],
])('%s', (pattern, taken, others) => {
  const names = readGlob(pattern);
  const takes = (name: string) => typeof names === 'object' && names.test(name);
  expect(names).toBeInstanceOf(RegExp);
  expect(taken.filter((name) => !takes(name))).toEqual([]);
  expect(others.filter(takes)).toEqual([]);
});

test.each([
  '[',
  '[]',
  '[^]',
  '[]a]',
  '[^]a]',
  '[a',
  '[a-',
  '[a-]',
  '[-a]',
  '[-]',
  '[a-b-c]',
  '\\',
  'a\\',
  '[\\',
  '[a\\',
  '[a/b]',
  'a[/b',
  'a\\/b',
])('%s is no pattern', (pattern) => {
  expect(readGlob(pattern)).toBe('refused');
});

test.each(['*[', 'a*[b', 'a[b]*\\', 'd/*[', 'a?*[]'])(
  '%s is none behind a star, where Go looks for files first',
  (pattern) => {
    expect(readGlob(pattern)).toBe('refused later');
  },
);

test('whatever is between slashes is read, or refused', () => {
  const drawn = fc.string({ unit: fc.constantFrom(...'[]^-\\*?/ab.é世🙂{}()$+'), maxLength: 12 });
  fc.assert(
    fc.property(drawn, (pattern) => ['object', 'string'].includes(typeof readGlob(pattern))),
    { numRuns: 2000 },
  );
});
