import fc from 'fast-check';
import { parseCondition, parseStatement, parseValue } from '../../src/ottl/parser';
import { printCondition, printStatement, printValue } from '../../src/ottl/print';
import type { TextForm } from '../../src/ottl/source';
import { trees, withoutRanges } from './trees';

const forms: readonly TextForm[] = ['config', 'plain'];

describe.each(forms)('%s', (form) => {
  const all = trees({ placeholders: form === 'config', newest: true });

  test('a printed condition reads as the same tree', () => {
    fc.assert(
      fc.property(all.condition, (tree) => {
        const read = parseCondition(printCondition(tree, form), { form });
        expect(withoutRanges(read)).toEqual({ tree });
      }),
      { numRuns: 2000 },
    );
  });

  test('a printed statement reads as the same tree', () => {
    fc.assert(
      fc.property(all.statement, (tree) => {
        const read = parseStatement(printStatement(tree, form), { form });
        expect(withoutRanges(read)).toEqual({ tree });
      }),
      { numRuns: 1000 },
    );
  });

  test('a printed value reads as the same tree', () => {
    fc.assert(
      fc.property(all.value, (tree) => {
        const read = parseValue(printValue(tree, form), { form });
        expect(withoutRanges(read)).toEqual({ tree });
      }),
      { numRuns: 1000 },
    );
  });
});

test('what 0.131.0 reads too is printed in a way that it reads as the same tree', () => {
  const { condition } = trees({ placeholders: true, newest: false });
  fc.assert(
    fc.property(condition, (tree) => {
      expect(withoutRanges(parseCondition(printCondition(tree), { release: '0.131.0' }))).toEqual({ tree });
    }),
    { numRuns: 1000 },
  );
});

test('white space and parentheses that change nothing are not printed', () => {
  const text = ' ( log.body  ==\n"x" )and(( not( IsMatch( log.body,"y" ))or true)) ';
  const read = parseCondition(text);
  expect(read.tree && printCondition(read.tree)).toBe('log.body == "x" and (not IsMatch(log.body, "y") or true)');
});
