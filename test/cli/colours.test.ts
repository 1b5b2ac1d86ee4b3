import { coloursAllowed, painter } from '../../src/cli/colours';

test.each<[string, boolean, Record<string, string>, boolean]>([
  ['a terminal', true, {}, true],
  ['a file or a pipe', false, {}, false],
  ['NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR, which says nothing', true, { NO_COLOR: '' }, true],
  ['FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', false, { FORCE_COLOR: '0' }, false],
  ['NO_COLOR over FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, false],
])('colours on %s', (_, isTTY, environment, allowed) => {
  expect(coloursAllowed({ isTTY }, environment)).toBe(allowed);
});

test('paint is put on and taken off, or left away', () => {
  expect(painter(true)('red', 'error')).toBe('\u001b[31merror\u001b[0m');
  expect(painter(false)('red', 'error')).toBe('error');
});
