import { parsePromql } from '../../src/promql/parser';
import type { PromqlRelease } from '../../src/promql/release';
import { checkPromql } from '../../src/promql/types/check';

/** What is found in an expression: code, the part that is meant, message and fix. */
function found(text: string, release: PromqlRelease = '3.15.0', features: readonly string[] = []): readonly string[] {
  const { tree, errors } = parsePromql(text, { release });
  if (errors) throw new Error(errors[0].message);
  return checkPromql(tree, { release, features }).map(
    ({ code, range, message, fix }) => `${code} at ${text.slice(range?.start, range?.end)}: ${message} ${fix}`,
  );
}

test.each([
  [
    'rate(up)',
    'promql-type at up: "rate" takes a range vector here, and this is an instant vector. Write a range: up[5m].',
  ],
  [
    'rate(up offset 1h)',
    'promql-type at up offset 1h: "rate" takes a range vector here, and this is an instant vector. Write a range: up[5m] offset 1h.',
  ],
  [
    'rate(sum(up))',
    'promql-type at sum(up): "rate" takes a range vector here, and "sum" gives an instant vector. Write a subquery: sum(up)[5m:].',
  ],
  [
    'sum(up[5m])',
    'promql-type at up[5m]: "sum" takes an instant vector here, and this is a range vector. Remove the range, or write a function around it: rate(up[5m]).',
  ],
  ['abs(5)', 'promql-type at 5: "abs" takes an instant vector here, and this is a number. Write vector(5).'],
  [
    'topk(up, up)',
    'promql-type at up: "topk" takes a number here, and this is an instant vector. Write a number, or scalar(up) for a single series.',
  ],
  ['topk(up)', 'promql-type at topk(up): "topk" takes 2 arguments, and gets 1. Write a number first: topk(5, …).'],
  ['rate()', 'promql-type at rate(): "rate" takes 1 argument, and gets 0. Write rate(…) with a range vector.'],
  ['time(1)', 'promql-type at time(1): "time" takes 0 arguments, and gets 1. Write time().'],
  [
    'label_join(up)',
    'promql-type at label_join(up): "label_join" takes at least 3 arguments, and gets 1. Write label_join(…) with an instant vector, a text, a text, a text.',
  ],
  [
    'up[5m] > 1',
    'promql-type at up[5m]: ">" takes instant vectors and numbers, and this is a range vector. Write a function around it, such as rate(…) or avg_over_time(…).',
  ],
  [
    '1 == 1',
    'promql-type at 1 == 1: "==" compares two numbers, and has no series to keep or leave away. Write "== bool", which gives 0 or 1, or compare a metric.',
  ],
  ['up + bool 1', 'promql-type at up + bool 1: "bool" stands behind "+", which compares nothing. Remove "bool".'],
  [
    'up and 1',
    'promql-type at up and 1: "and" takes instant vectors on both sides, and one is a number. Write vector(…) around the number.',
  ],
  ['-"a"', 'promql-type at -"a": "-" stands before a text. Write it before a number or an instant vector.'],
  [
    '5[5m:1m]',
    'promql-type at 5[5m:1m]: A subquery evaluates an instant vector again and again, and this is a number. Write vector(…) around it.',
  ],
  ['raet(up[5m])', 'promql-function at raet(up[5m]): There is no function "raet". Did you mean "rate"?'],
  [
    'holt_winters(up[5m], 1, 1)',
    'promql-function at holt_winters(up[5m], 1, 1): Prometheus 3.15.0 has no function "holt_winters", which 2.54.1 has. Write "double_exponential_smoothing".',
  ],
  [
    '{job=~".*"}',
    'promql-selector at {job=~".*"}: The selector takes every series: no name, and no label that has to be there. Write the name of a metric before the braces, or a label that is not empty: {job="api"} or {job=~".+"}.',
  ],
  [
    'up{__name__="x"}',
    'promql-selector at __name__="x": The metric has two names: "up", and __name__="x" in the braces. Write one of them.',
  ],
  [
    'up{a=~"("}',
    'promql-selector at a=~"(": "(" is no regular expression. Write one that RE2 takes, which has neither look-around nor back references; "\\\\." in double quotes is a plain dot.',
  ],
  [
    'up and on (a) group_left up',
    'promql-matching at up and on (a) group_left up: "group_left" stands behind "and", which adds no labels. Remove it.',
  ],
  [
    'up * on (a) group_left (a) up',
    'promql-matching at up * on (a) group_left (a) up: The label "a" stands in "on" and in "group_left". Remove it from "group_left": both sides have it.',
  ],
  [
    'up + on (a) 1',
    'promql-matching at up + on (a) 1: "on" stands behind "+", and one side has no labels. Remove "on", or compare with a metric.',
  ],
  [
    'limitk(1, up)',
    'promql-experimental at limitk(1, up): "limitk" needs the feature flag "promql-experimental-functions". Write it with other functions, or enable the feature.',
  ],
  [
    'up[step()]',
    'promql-experimental at step(): The duration is computed, which needs the feature flag "promql-duration-expr". Write the duration itself, or enable the feature.',
  ],
  [
    'up anchored',
    'promql-experimental at up anchored: "anchored" needs the feature flag "promql-extended-range-selectors". Remove "anchored", or enable the feature.',
  ],
  [
    'up + fill (0) up',
    'promql-experimental at up + fill (0) up: "fill" needs the feature flag "promql-binop-fill-modifiers". Write "or" with what is to be filled in, or enable the feature.',
  ],
])('%s is refused', (text, expected) => expect(found(text)).toEqual([expected]));

test.each([
  ['limitk(1, up)', 'promql-experimental-functions'],
  ['mad_over_time(up[5m])', 'promql-experimental-functions'],
  ['up[step() + 1m]', 'promql-duration-expr'],
  ['up smoothed', 'promql-extended-range-selectors'],
  ['up + fill (0) up', 'promql-binop-fill-modifiers'],
])('%s is taken with the feature %s', (text, feature) => {
  expect(found(text)).toHaveLength(1);
  expect(found(text, '3.15.0', [feature])).toEqual([]);
});

test('a function of the newest release is unknown to the other, and the reverse', () => {
  expect(found('holt_winters(up[5m], 1, 1)', '2.54.1')).toEqual([]);
  expect(found('double_exponential_smoothing(up[5m], 1, 1)', '2.54.1')).toEqual([
    expect.stringContaining('Write "holt_winters".'),
  ]);
});

test('each mistake of an expression is told', () => {
  expect(found('rate(up) + raet(up[5m]) > bool nosuch(abs(1))')).toEqual([
    expect.stringMatching(/^promql-type at up: /),
    expect.stringMatching(/^promql-function at raet/),
    expect.stringMatching(/^promql-function at nosuch/),
    expect.stringMatching(/^promql-type at 1: /),
  ]);
});

test('names of what every object has are no functions', () => {
  expect(found('constructor(up)')).toEqual([expect.stringContaining('There is no function "constructor".')]);
});
