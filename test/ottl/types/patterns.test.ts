import {
  hasKnownDirectives,
  hasNamedGroup,
  hasSoundDigits,
  isCidr,
  isGlob,
  isRegexp,
} from '../../../src/ottl/types/patterns';

test.each([
  { check: isRegexp, right: ['a+', '(?P<n>a)', '(?i)a', '\\pL'], wrong: ['(', 'a(?=b)', '\\1', 'a**', 'a{1001}'] },
  { check: hasNamedGroup, right: ['(?P<n>a)', '(?<n>a)'], wrong: ['(a)', '\\(?P<n>a'] },
  {
    check: isGlob,
    right: ['a*', '[a-z]', '[!a-z]', '[abc]', '{a,b}', '\\[', ''],
    wrong: ['[', '[]', '[z-a]', '[ab', '[a-]x'],
  },
  { check: hasKnownDirectives, right: ['%Y-%m-%d', '%%', 'x'], wrong: ['%Q', '%Y %J'] },
  { check: hasSoundDigits, right: ['%S.%f', '%S,%L', '%H'], wrong: ['%S%f', '2006', '%d-%s'] },
  {
    check: isCidr,
    right: ['10.0.0.0/8', '::/0', '2001:db8::/32', '::ffff:1.2.3.4/128', '1:2:3:4:5:6:7:8/64'],
    wrong: ['10.0.0.0', '10.0.0/8', '10.0.0.0/33', '010.0.0.0/8', '1::2::3/8', '1:2/8', 'x/8', '::/129'],
  },
])('$check.name', ({ check, right, wrong }) => {
  expect(right.filter((text) => !check(text))).toEqual([]);
  expect(wrong.filter((text) => check(text))).toEqual([]);
});
