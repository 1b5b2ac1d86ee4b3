import { literally } from '../../src/model/literally';
import { wholeMatch } from '../../src/model/whole-match';

test.each(['a.b', '\\', '^$', '(a|b)*+?', '[x]{2}', 'ä\n-', ''])('%j matches itself and nothing else', (text) => {
  const matches = wholeMatch(literally(text), 'prometheus');
  expect(matches(text)).toBe(true);
  expect(matches(`${text}x`)).toBe(false);
  expect(matches('axb')).toBe(false);
});
