import { excerpt } from '../../src/cli/formats/excerpt';

/** A line as it is shown, with the caret in the place of the character that it points at. */
function shown(
  line: string,
  at: string,
  code: 'field-unknown' | 'secret-literal' = 'field-unknown',
): string | undefined {
  const found = excerpt(line, line.indexOf(at) + 1, code);
  return found && `${found.text}\n${found.caret}`;
}

test('a line is shown from its first character on, with a caret', () => {
  expect(shown('    endpoint: here', 'here')).toBe('endpoint: here\n          ^');
  expect(shown('\t\tendpoint: here', 'endpoint')).toBe('endpoint: here\n^');
});

test('an empty line is not shown', () => {
  expect(shown('   ', ' ')).toBeUndefined();
  expect(excerpt('', 7, 'field-unknown')).toBeUndefined();
});

test.each([
  ['password: hunter2', 'password', 'password: ***\n^'],
  ['{ api_key: "hunter, 2", b: 1 }', 'b', '{ api_key: ***, b: 1 }\n                ^'],
  ['{ a: 1, Authorization: Bearer hunter2 }', 'hunter2', '{ a: 1, Authorization: ***}\n                       ^'],
  ['secretName: { a: 1 }', 'a:', 'secretName: { a: 1 }\n              ^'],
  ['token: ${env:TOKEN}', '${', 'token: ${env:TOKEN}\n       ^'],
])('what keys call a secret is hidden: %s', (line, at, expected) => {
  expect(shown(line, at)).toBe(expected);
});

test('so is the value that an issue says is one, whatever its key is', () => {
  expect(shown('  x-team: hunter2', 'x-team', 'secret-literal')).toBe('x-team: ***\n^');
  expect(shown('  x-team: hunter2', 'hunter2', 'secret-literal')).toBe('x-team: ***\n        ^');
  expect(shown('  - "a: hunter2"', '"a', 'secret-literal')).toBe('- ***\n  ^');
  expect(shown('  x-team: |', 'x-team', 'secret-literal')).toBe('x-team: ***\n^');
});
