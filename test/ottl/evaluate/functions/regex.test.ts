import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'xay', p: 'a' }, value: true },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a\n', p: '^a$' }, value: false },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'b\na', p: '(?m)^a$' },
    value: true,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a\nb', p: 'a.b' }, value: false },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'a\nb', p: '(?s)a.b' },
    value: true,
  },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'a\u000db', p: 'a.b' },
    value: true,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: '٣', p: '\\d+' }, value: false },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'é', p: '\\w' }, value: false },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: '\u00a0', p: '\\s' },
    value: false,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'K', p: '(?i)k' }, value: true },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'STRASSE', p: '(?i)straße' },
    value: false,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'é', p: '[^a]' }, value: true },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'éfoo', p: '\\bfoo\\b' },
    value: true,
  },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'axxx', p: 'x{2,3}$' },
    value: true,
  },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'abcd', p: '(a|ab)(c|bcd)' },
    value: true,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'é', p: '\\pL+' }, value: true },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'A', p: '[[:upper:]]' },
    value: true,
  },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'a', p: '(?=a)' },
    fails: 'record',
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a', p: '(a' }, fails: 'record' },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a', p: 'a**' }, fails: 'record' },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a', p: '\\1' }, fails: 'record' },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'x', p: 'x{1001}' },
    fails: 'record',
  },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'a.b', p: '\\Qa.b\\E' },
    value: true,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a', p: '\\z' }, value: true },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a', p: '\\Z' }, fails: 'record' },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'x', p: '' }, value: true },
  {
    expression: 'IsMatch(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'ab-c', p: '^[a-z0-9_-]+$' },
    value: true,
  },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: '.', p: '[.]' }, value: true },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'z', p: 'a|b|' }, value: true },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'aa', p: '(?U)a+' }, value: true },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: 'a', p: '\\C' }, fails: 'record' },
  { expression: 'IsMatch(log.attributes["x"],log.attributes["p"])', attributes: { x: ']', p: '[\\]]' }, value: true },
  { expression: 'IsMatch("a","(")', fails: 'start' },
  { expression: 'IsMatch(nil,"a")', value: false },
  { expression: 'IsMatch(12,"^12$")', value: true },
  { expression: 'IsMatch(log.attributes["x"],"^\\\\{\\"a\\":1\\\\}$")', attributes: { x: { a: 1n } }, value: true },
  { expression: 'IsMatch(0x0aff,"0aff")', value: true },
  {
    expression: 'ExtractPatterns(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'foo 12', p: '(?P<a>\\w+) (?P<b>\\d+)?' },
    value: { a: 'foo', b: '12' },
  },
  {
    expression: 'ExtractPatterns(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'foo', p: '(?P<a>\\w+)( (?P<b>\\d+))?' },
    value: { a: 'foo', b: '' },
  },
  {
    expression: 'ExtractPatterns(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'y', p: '(?<a>x)' },
    value: {},
  },
  {
    expression: 'ExtractPatterns(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'x', p: '(x)' },
    fails: 'record',
  },
  {
    expression: 'ExtractPatterns(log.attributes["x"],log.attributes["p"])',
    attributes: { x: 'ééz', p: '(?P<a>é+)(.)' },
    value: { a: 'éé' },
  },
];

describe('regular expressions of RE2', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
