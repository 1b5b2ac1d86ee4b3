import fc from 'fast-check';
import { RE2JS } from 're2js';
import { toJavaScript } from '../../../../src/ottl/evaluate/functions/fast-regex';

const pieces = fc.constantFrom(
  'a',
  'k',
  's',
  'é',
  '😀',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\D',
  '\\S',
  '\\.',
  '\\-',
  '\\/',
  '[abc]',
  '[^a]',
  '[a-c0-2]',
  '[\\d_]',
  '\\b',
  '^',
  '$',
  '|',
  '(',
  '(?:',
  ')',
  '*',
  '+',
  '?',
  '{2}',
  '{1,}',
  '{0,2}',
  '*?',
  '-',
  '_',
  ' ',
  '\\n',
  '/',
  ',',
  '[.]',
);
const pattern = fc
  .tuple(fc.constantFrom('', '', '(?i)'), fc.array(pieces, { maxLength: 8 }))
  .map(([flags, parts]) => flags + parts.join(''));
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'c',
      'k',
      'K',
      'K',
      's',
      'ſ',
      'é',
      '😀',
      '\n',
      '\r',
      '\u2028',
      '0',
      '٣',
      '_',
      ' ',
      '\u00a0',
      '.',
      '-',
      '/',
    ),
    {
      maxLength: 8,
    },
  )
  .map((characters) => characters.join(''));

test('a pattern that JavaScript takes over matches the same texts as with RE2', () => {
  let taken = 0;
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 4 }), (source, texts) => {
      const fast = toJavaScript(source);
      if (fast === undefined) return;
      let re2: RE2JS;
      try {
        re2 = RE2JS.compile(source);
      } catch {
        return;
      }
      taken++;
      for (const one of texts) expect([source, one, fast.test(one)]).toStrictEqual([source, one, re2.test(one)]);
    }),
    { numRuns: 5000 },
  );
  expect(taken).toBeGreaterThan(1000);
});

test.each(['(a+)+', '(?=a)', 'a**', '[[:alpha:]]', '\\pL', '(?s).', '(?i)[a-z]', 'a{1000}', '.*.*.*.*', '(a|b)*'])(
  '%s is left to RE2',
  (source) => {
    expect(toJavaScript(source)).toBeUndefined();
  },
);
