import { edited, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly statement: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'abc', p: 'a*' },
    value: { x: 'NEW', p: 'a*' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'abc/d', p: 'a*' },
    value: { x: 'NEW', p: 'a*' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'abc', p: '*c' },
    value: { x: 'NEW', p: '*c' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'abc', p: 'a?c' },
    value: { x: 'NEW', p: 'a?c' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'bx', p: '[a-c]*' },
    value: { x: 'NEW', p: '[a-c]*' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'bx', p: '[!a]*' },
    value: { x: 'NEW', p: '[!a]*' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: '', p: '[!a]' },
    value: { x: 'NEW', p: '[!a]' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: '', p: '?' },
    value: { x: 'NEW', p: '?' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'bar', p: '{foo,bar}' },
    value: { x: 'NEW', p: '{foo,bar}' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'baz', p: '{foo,bar}' },
    value: { x: 'baz', p: '{foo,bar}' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a*', p: 'a\\*' },
    value: { x: 'NEW', p: 'a\\*' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'ab', p: 'a\\*' },
    value: { x: 'ab', p: 'a\\*' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a', p: '[' },
    fails: 'record',
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a', p: '[]' },
    fails: 'record',
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a', p: '[b-a]' },
    fails: 'record',
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'A', p: 'a' },
    value: { x: 'A', p: 'a' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: '', p: '' },
    value: { x: 'NEW', p: '' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'x/y', p: '**' },
    value: { x: 'NEW', p: '**' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a,b', p: 'a,b' },
    value: { x: 'NEW', p: 'a,b' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a}', p: 'a}' },
    value: { x: 'NEW', p: 'a}' },
  },
  {
    statement: 'replace_match(log.attributes["x"],log.attributes["p"],"NEW")',
    attributes: { x: 'a]', p: 'a]' },
    value: { x: 'NEW', p: 'a]' },
  },
];

describe('patterns with wildcards', () => {
  test.each(cases)('$statement for $attributes', ({ statement, attributes, ...expected }) => {
    const { fails, value } = edited(statement, attributes);
    expect(fails).toBe(expected.fails);
    if (expected.fails === undefined) expect(value).toStrictEqual(expected.value);
  });
});
