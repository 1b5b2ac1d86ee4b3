import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { readExpression } from '../../../src/analysis/conditions/text/read-expression';
import { holding, lessThan, recognises, TooLarge } from '../../../src/analysis/conditions/text/recogniser';
import { separate } from '../../../src/analysis/conditions/text/separate';
import { compareText } from '../../../src/ottl/evaluate/utf8';

// RE2 itself, in JavaScript, is the judge.

const letters = ['a', 'b', 'A', 'K', 'k', 's', '5', '_', ' ', '\n', '-', '\u212a', '\u017f', 'é', '\u{1F600}'];
const pieces = [
  'a',
  'b',
  'k',
  's',
  'K',
  '5',
  '\\d',
  '\\w',
  '\\S',
  '\\W',
  '.',
  '^',
  '$',
  '\\A',
  '\\z',
  '[a-k]',
  '[^a]',
  '[^\\d_]',
].concat([
  '[\\w-]',
  '[]a]',
  '[a\\]b]',
  '\\.',
  '\\x41',
  '\\x{1F600}',
  'é',
  '-',
  '{',
  '(?i)',
  '(?s)',
  '\\b',
  '\\pL',
  '[[:alpha:]]',
]);
const marks = ['', '', '', '*', '+', '?', '*?', '{2}', '{1,2}', '{0,}', '{,2}'];

const pattern: fc.Arbitrary<string> = fc.letrec<{ all: string }>((tie) => ({
  all: fc
    .array(
      fc.tuple(
        fc.oneof(
          { maxDepth: 2 },
          fc.constantFrom(...pieces),
          fc
            .tuple(fc.constantFrom('(', '(?:', '(?i:', '(?P<n>'), tie('all'))
            .map(([open, inside]) => `${open}${inside})`),
          fc.tuple(tie('all'), tie('all')).map(([one, other]) => `(${one}|${other})`),
        ),
        fc.constantFrom(...marks),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.map((part) => part.join('')).join('')),
})).all;

const text = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((parts) => parts.join(''));

function refused(expression: string): boolean {
  try {
    RE2JS.compile(expression);
    return false;
  } catch {
    return true;
  }
}

test('an expression matches what RE2 matches, and what RE2 refuses is not read', () => {
  let read = 0;
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 5 }), (expression, texts) => {
      const language = readExpression(expression);
      if (language === undefined) return;
      expect(refused(expression)).toBe(false);
      read++;
      const recogniser = holding(language);
      const re2 = RE2JS.compile(expression);
      for (const one of texts)
        expect([expression, one, recognises(recogniser, one)]).toEqual([expression, one, re2.test(one)]);
    }),
    { numRuns: 3000, seed: 4 },
  );
  expect(read).toBeGreaterThan(1000);
});

test.each([
  '\\bx',
  '\\pL',
  '[[:alpha:]]',
  '(?m)^a',
  'a**',
  'a{2}{3}',
  '[b-a]',
  '(a',
  'a)',
  '*a',
  '\\Qa\\E',
  '(?i)é',
  'a{65}',
  '\\1',
  '(?=a)',
])('%s is not read', (expression) => expect(readExpression(expression)).toBeUndefined());

test('each way to answer has a text, and all texts are answered like one of them', () => {
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), fc.array(text), (patterns, texts) => {
      const recognisers = patterns.flatMap((one) => {
        const language = readExpression(one);
        return language === undefined ? [] : [holding(language)];
      });
      const answersTo = (one: string) => recognisers.map((recogniser) => recognises(recogniser, one)).join();
      const known = separate(recognisers).map(answersTo);
      expect(new Set(known).size).toBe(known.length);
      for (const one of texts) expect(known).toContain(answersTo(one));
    }),
    { numRuns: 500, seed: 5 },
  );
});

test('texts that are less than another are recognised', () => {
  fc.assert(
    fc.property(text, text, (one, other) => recognises(lessThan(other), one) === compareText(one, other) < 0),
    { seed: 6 },
  );
});

test('what is too large is refused', () => {
  const many = readExpression('(a|b){60}(a|b){60}(a|b){60}');
  expect(() => holding({ kind: 'repeat', part: many as never, least: 20, most: 20 })).toThrow(TooLarge);
  const apart = ['(a|b)*a(a|b){9}$', '(a|b)*b(a|b){9}$'].map((one) => holding(readExpression(one) as never));
  expect(() => separate(apart)).not.toThrow(TypeError);
});
