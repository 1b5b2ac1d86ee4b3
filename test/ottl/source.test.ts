import { parseCondition, parseStatement, parseValue } from '../../src/ottl/parser';
import { printCondition, printStatement, printValue } from '../../src/ottl/print';
import { withoutRanges } from './trees';

test('in a configuration, `$$` is a dollar', () => {
  expect(withoutRanges(parseValue('"a$$b"').tree)).toEqual({ kind: 'string', parts: ['a$b'] });
  expect(withoutRanges(parseValue('"a$$b"', { form: 'plain' }).tree)).toEqual({ kind: 'string', parts: ['a$$b'] });
});

test.each([
  { text: '"${env:A}"', parts: [{ env: 'A' }] },
  { text: '"${A}"', parts: [{ env: 'A' }] },
  { text: '"a-${env:A}-${env:B}"', parts: ['a-', { env: 'A' }, '-', { env: 'B' }] },
  { text: '"${env:A:-x}"', parts: [{ env: 'A', uri: 'env:A:-x' }] },
  { text: '"${file:/etc/x}"', parts: [{ env: 'file:/etc/x', uri: 'file:/etc/x' }] },
  { text: '"${env:A${env:B}}"', parts: [{ env: 'A${env:B}' }] },
  { text: '"$${env:A}"', parts: ['${env:A}'] },
  { text: '"$$${env:A}"', parts: ['$', { env: 'A' }] },
  { text: '"$${x} ${env:A}"', parts: ['${x} ${env:A}'] },
  { text: '"$A $ }"', parts: ['$A $ }'] },
])('$text', ({ text, parts }) => {
  expect(withoutRanges(parseValue(text).tree)).toEqual({ kind: 'string', parts });
});

test('a variable outside of quotes is what nobody can see into', () => {
  expect(withoutRanges(parseCondition('${env:A}').tree)).toEqual({ kind: 'opaque', env: 'A' });
  expect(withoutRanges(parseStatement('${env:A}').tree)).toEqual({
    kind: 'statement',
    editor: { kind: 'opaque', env: 'A' },
  });
  const text = 'log.attributes[${env:K}] > ${env:N} + 1 and (${env:C} or not ${env:D})';
  const { tree } = parseCondition(text);
  expect(tree && printCondition(tree)).toBe(text);
  const statement = parseStatement('set(log.body, ${env:V}) where ${env:C}').tree;
  expect(statement && printStatement(statement)).toBe('set(log.body, ${env:V}) where ${env:C}');
});

test('where a variable may make the text right, the problem says that it is uncertain', () => {
  expect(parseCondition('log.${env:FIELD} == 1').errors?.[0].uncertain).toBe(true);
  expect(parseCondition('"${env:A}\\').errors?.[0].uncertain).toBe(true);
  expect(parseCondition('"\\${env:A}" == a').errors?.[0].uncertain).toBe(true);
  expect(parseCondition('a = "x"').errors?.[0].uncertain).toBeUndefined();
});

test('places are those of the text as it was given', () => {
  const text = 'a == "$$${env:LONG_NAME}$$" and b = 1';
  const [problem] = parseCondition(text).errors ?? [];
  expect(problem && text.slice(problem.range.start, problem.range.end)).toBe('=');
  const { tree } = parseCondition('"$$" == ${env:X}');
  expect(tree?.kind === 'comparison' && [tree.left.range, tree.right.range]).toEqual([
    { start: 0, end: 4 },
    { start: 8, end: 16 },
  ]);
});

test('no text is printed in a way that hides the variables behind it', () => {
  const tree = { kind: 'string', parts: ['${x} ', { env: 'A' }] } as const;
  expect(printValue(tree)).toBe('"\\x24{x} ${env:A}"');
  expect(withoutRanges(parseValue(printValue(tree)).tree)).toEqual(tree);
});
