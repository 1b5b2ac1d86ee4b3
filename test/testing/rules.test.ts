import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { MdaiError, MdaiHub, Prometheus } from '../../src/index';
import { type RuleTest, rising, series, steady, testRules, writeRuleTest } from '../../src/testing';

const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
const prometheus = new Prometheus(chart, 'prometheus').alert('Down', {
  expr: 'up == 0',
  severity: 'page',
  labels: { host: '{{ $labels.instance }}' },
  summary: 'It is down.',
});
const down = series('up', { instance: 'a:1' }, [1, undefined, 0, 'stale']);

function written(rules: Parameters<typeof writeRuleTest>[0], ruleTest: RuleTest) {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  writeRuleTest(rules, ruleTest, folder);
  // biome-ignore lint/suspicious/noExplicitAny: the tests reach into the files
  const read = (name: string): any => load(readFileSync(join(folder, name), 'utf8'));
  return { rules: read('rules.yaml'), tests: read('test.yaml') };
}

test('a test becomes what promtool reads, with the labels that the rule writes', () => {
  const firing = [{ labels: { instance: 'a:1', host: 'a:1' } }];
  const { rules, tests } = written(prometheus, {
    name: 'down',
    interval: '30s',
    series: [down],
    alerts: [{ at: '1m', alert: 'Down', firing }],
    queries: [{ at: '1m', expr: 'sum(up)', samples: [{ value: 0 }] }],
  });
  expect(tests).toEqual({
    rule_files: ['rules.yaml'],
    evaluation_interval: '30s',
    tests: [
      {
        name: 'down',
        interval: '30s',
        input_series: [{ series: 'up{instance="a:1"}', values: '1 _ 0 stale' }],
        alert_rule_test: [
          {
            eval_time: '1m',
            alertname: 'Down',
            exp_alerts: [{ exp_labels: { severity: 'page', instance: 'a:1', host: 'a:1' } }],
          },
        ],
        promql_expr_test: [{ eval_time: '1m', expr: 'sum(up)', exp_samples: [{ labels: '{}', value: 0 }] }],
      },
    ],
  });
  // Nobody looks at its annotations, so that it has none.
  expect(rules.groups[0].rules[0].annotations).toBeUndefined();
});

test('an alert keeps its annotations where a test says what they are', () => {
  const firing = [{ annotations: { summary: 'It is down.' } }];
  const { rules } = written(prometheus, { series: [down], alerts: [{ at: '1m', alert: 'Down', firing }] });
  expect(rules.groups[0].rules[0].annotations).toEqual({ summary: 'It is down.' });
});

test('samples come as often as Prometheus reads, unless said otherwise', () => {
  const interval = (more: object) => written(prometheus, { series: [down], ...more }).tests.evaluation_interval;
  expect([interval({}), interval({ interval: '1m' })]).toEqual(['30s', '1m']);
});

test('the alerts of a hub are tested as the MDAI operator makes them', () => {
  const hub = new MdaiHub(chart, 'hub');
  hub.alert('loud', { expr: 'up > 1', labels: ['instance'], severity: 'warning' });
  const { tests } = written([prometheus, hub], { series: [down], alerts: [{ at: '1m', alert: 'loud', firing: [{}] }] });
  expect(tests.tests[0].alert_rule_test[0].exp_alerts).toEqual([{ exp_labels: { severity: 'warning' } }]);
});

test.each([
  ['a name alone', series('up', {}, steady(1, 3)), 'up', '1x3'],
  ['labels with quotes', series('up', { a: 'say "x" \\ \n' }, rising(10, 5)), 'up{a="say \\"x\\" \\\\ \\n"}', '0+10x5'],
  [
    'names of any characters',
    series('http.requests', { 'a.b': 'c' }, rising(-1, 2, 5)),
    '{"http.requests", "a.b"="c"}',
    '5-1x2',
  ],
  [
    'no number',
    series('up', {}, [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
    'up',
    'NaN Inf -Inf',
  ],
])('a series with %s', (_, { series: text, values }, expectedText, expectedValues) => {
  expect([text, values]).toEqual([expectedText, expectedValues]);
});

test('mistakes are told', () => {
  const unknown = { series: [down], alerts: [{ at: '1m', alert: 'Dwn', firing: [] }] };
  expect(() => written(prometheus, unknown)).toThrow('There is no alert "Dwn". Did you mean "Down"?');
  expect(() => steady(1, 1.5)).toThrow('1.5 is no number of intervals.');
});

test('without promtool, it says how to get it', () => {
  process.env.PROMTOOL = '/nowhere/promtool';
  try {
    expect(() => testRules(prometheus, { series: [] })).toThrow(MdaiError);
    expect(() => testRules(prometheus, { series: [] })).toThrow(/There is no \/nowhere\/promtool\..*PROMTOOL\./);
  } finally {
    delete process.env.PROMTOOL;
  }
});
