import { checkModel } from '../../src/checks/check';
import type { HubModel } from '../../src/model/hub';
import type { Issue } from '../../src/model/issue';
import type { PrometheusModel, RuleModel } from '../../src/model/prometheus';
import { alert, prometheusOf, record } from '../promql/models';
import { hub, issuesOf, model } from './models';

/** What is said of rules, apart from where their metrics come from. */
function found(rules: readonly RuleModel[], parts: Partial<PrometheusModel> = {}): readonly string[] {
  const checked = model({ prometheuses: [prometheusOf(rules, parts)] });
  return issuesOf(checked).filter((issue) => !issue.startsWith('metric-'));
}

function issue(rules: readonly RuleModel[], parts: Partial<PrometheusModel> = {}): Issue | undefined {
  return checkModel(model({ prometheuses: [prometheusOf(rules, parts)] })).find(({ code }) => /^prom/.test(code));
}

test('rules without mistakes have no issues', () => {
  const rules = [
    record('job:up:sum', { expr: 'sum by (job) (up)', labels: { team: 'a' } }),
    alert('Down', {
      expr: 'sum by (job) (up) == 0',
      for: '5m',
      keepFiringFor: '1h',
      labels: { severity: 'warning' },
      annotations: { summary: '{{ $labels.job }} is down since {{ $value | humanizeDuration }}' },
    }),
  ];
  expect(found(rules)).toEqual([]);
  expect(found(rules, { version: '2.54.1' })).toEqual([]);
});

test.each([
  ['sum(rate(up[5m])', 'promql-syntax'],
  ['raet(up[5m])', 'promql-function'],
  ['rate(up)', 'promql-type'],
  ['{}', 'promql-selector'],
  ['up + on (a) 5', 'promql-matching'],
  ['limitk(5, up)', 'promql-experimental'],
])('the expression %s is refused: %s', (expr, code) => {
  expect(found([alert('Down', { expr })])).toEqual([`${code} telemetry/prometheus/rules/Down`]);
});

test('a message says where in the expression, and what to write', () => {
  expect(issue([record('a', { expr: 'sum(\n  rate(up)\n)' })])).toEqual({
    code: 'promql-type',
    severity: 'error',
    path: 'telemetry/prometheus/rules/a',
    at: ['expr'],
    offset: 12,
    message: 'line 2, column 8, at `up`: "rate" takes a range vector here, and this is an instant vector.',
    fix: 'Write a range: up[5m].',
  });
});

test('a feature that the Prometheus has switched on may be used', () => {
  const enableFeatures = ['promql-experimental-functions'];
  expect(found([record('a', { expr: 'limitk(5, up)' })], { enableFeatures })).toEqual([]);
});

test('a result of which nothing is made is warned of', () => {
  expect(issue([record('a', { expr: 'up[5m]' })])).toMatchObject({ code: 'promql-type', severity: 'warning' });
  expect(issue([record('a', { expr: '"a"' })])).toMatchObject({ code: 'promql-type', severity: 'warning' });
});

test('the release of the Prometheus decides', () => {
  const rules = [
    record('a', { expr: 'holt_winters(up[5m], 0.5, 0.5)' }),
    record('my.metric'),
    alert('b', { labels: { 'my.label': 'c' } }),
  ];
  expect(found(rules)).toEqual(['promql-function telemetry/prometheus/rules/a']);
  expect(found(rules, { version: 'v2.53.0' })).toEqual([
    'prometheus-rule-name telemetry/prometheus/rules/b/labels/my.label',
    'prometheus-rule-name telemetry/prometheus/rules/my.metric',
  ]);
});

test('an agent has no rules', () => {
  expect(found([alert('Down', { expr: 'nonsense(' })], { mode: 'agent' })).toEqual([]);
});

test.each([
  [record('a{b="c"}'), 'error', 'the name "a{b="c"}" holds braces.'],
  [record('a', { labels: { __name__: 'b' } }), 'error', 'the label __name__ is the name of the metric itself.'],
  [record('a', { labels: { '': 'b' } }), 'error', '"" is no name of a label.'],
  [record('a', { labels: { b: '\ud800' } }), 'error', 'the value of the label is no text.'],
  [record('a', { labels: { __b: 'c' } }), 'warning', 'the label "__b" has a name that Prometheus keeps for itself.'],
  [
    alert('a', { labels: { alertname: 'b' } }),
    'warning',
    'Prometheus sets the label "alertname" to the name of the alert.',
  ],
  [alert('a', { annotations: { '': 'b' } }), 'error', '"" is no name of an annotation.'],
  [alert(''), 'error', 'the rule has no name.'],
])('%j has a bad name', (rule, severity, message) => {
  expect(issue([rule])).toMatchObject({ code: 'prometheus-rule-name', severity, message });
});

test.each([
  [record('a', { for: '5m' }), 'a rule that records has the field "for".'],
  [record('a', { annotations: { b: 'c' } }), 'a rule that records has the field "annotations".'],
  [alert('a', { for: '5 m' }), 'the field "for" holds "5 m", which is no duration.'],
  [alert('a', { keepFiringFor: '1m1h' }), 'the field "keep_firing_for" holds "1m1h", which is no duration.'],
])('%j has a bad field', (rule, message) => {
  expect(issue([rule])).toMatchObject({ code: 'prometheus-rule-field', severity: 'error', message });
});

test('groups have names of their own, and durations', () => {
  const groups = [
    { name: 'a', rules: [] },
    { name: 'a', rules: [], interval: 'often' },
    { name: '', rules: [], queryOffset: '1m' },
  ];
  expect(found([], { groups })).toEqual([
    'prometheus-group telemetry/prometheus/rules',
    'prometheus-group telemetry/prometheus/rules/a',
    'prometheus-group telemetry/prometheus/rules/a',
  ]);
});

test('rules with one name and the same labels are told once', () => {
  const twice = [
    alert('Down'),
    alert('Down', { expr: 'up == 2' }),
    alert('Down'),
    alert('Down', { labels: { a: 'b' } }),
  ];
  expect(found(twice)).toEqual(['prometheus-rule-duplicate telemetry/prometheus/rules/Down']);
  const groups = [
    { name: 'a', rules: [record('x', { labels: { b: '1', a: '2' } })] },
    { name: 'b', rules: [record('x', { labels: { a: '2', b: '1' } })] },
  ];
  expect(issue([], { groups })?.message).toBe(
    'two rules of the groups "a" and "b" have this name and the same labels.',
  );
});

test.each([
  ['{{ $labels.job', 'error', 'prometheus-rule-template', 'column 1, at `{{`: "{{" is not closed.'],
  [
    '{{ .labels.job }}',
    'warning',
    'prometheus-rule-template',
    'a template has no ".labels", and fails when the alert fires.',
  ],
  [
    '{{ $labels.pod }}',
    'warning',
    'prometheus-rule-label',
    'the expression does not keep the label "pod", so that it is empty here.',
  ],
  [
    '{{ index $labels "my.label" }}',
    'warning',
    'prometheus-rule-label',
    'the expression does not keep the label "my.label", so that it is empty here.',
  ],
  [
    '{{ $labels.severity }}',
    'warning',
    'prometheus-rule-label',
    '"$labels" has no "severity": it holds the labels of the expression, not those of the alert itself.',
  ],
])('the template %s: %s', (summary, severity, code, message) => {
  const rule = alert('Down', {
    expr: 'sum by (job) (up) == 0',
    labels: { severity: 'warning' },
    annotations: { summary },
  });
  expect(issue([rule])).toMatchObject({
    severity,
    code,
    message,
    path: 'telemetry/prometheus/rules/Down/annotations/summary',
  });
});

test('the fix names what the expression keeps', () => {
  const annotations = { summary: '{{ $labels.pod }}' };
  expect(issue([alert('a', { expr: 'sum by (job) (up) == 0', annotations })])?.fix).toBe(
    'Write it where the expression aggregates, as in sum by (pod) (…). It keeps "job".',
  );
  expect(issue([alert('a', { expr: 'sum without (pod) (up) == 0', annotations })])?.fix).toBe(
    'Remove "pod" from what the expression leaves away.',
  );
});

test('labels of rules that record are no templates', () => {
  expect(found([record('a', { labels: { b: '{{ nofunc' } })])).toEqual([]);
});

describe('the alerts of a hub', () => {
  function hubWith(expr: string, value = '${trigger:payload.labels.mdai_service}'): HubModel {
    return {
      ...hub('filtration'),
      variables: [{ key: 'noisy', type: 'computed', dataType: 'set', exports: [] }],
      alerts: [{ name: 'loud', expr, severity: 'warning' }],
      automations: [{ name: 'mute', when: { alert: 'loud' }, do: [{ kind: 'addToSet', variable: 'noisy', value }] }],
    };
  }

  function ofHub(one: HubModel, prometheuses: readonly PrometheusModel[] = []): readonly Issue[] {
    const issues = checkModel(model({ hubs: [one], prometheuses }));
    return issues.filter(({ code }) => /^prom/.test(code));
  }

  test('keep the labels that automations store', () => {
    expect(ofHub(hubWith('sum by (mdai_service) (up) > 1'))).toEqual([]);
    expect(ofHub(hubWith('sum by (job) (up) > 1', '${trigger:payload.labels.severity}'))).toEqual([]);
    expect(ofHub(hubWith('sum by (job) (up) > 1', '${trigger:payload.labels.mdai_service:-none}'))).toEqual([]);
    expect(ofHub(hubWith('sum by (job) (up) > 1'))).toEqual([
      {
        code: 'prometheus-rule-label',
        severity: 'warning',
        at: ['spec', 'rules', 0, 'then', 0, 'addToSet', 'value'],
        path: 'mdai/filtration/automations/mute',
        message:
          'the alert "loud" has no label "mdai_service", so that the text ${trigger:payload.labels.mdai_service} itself is stored.',
        fix: 'Write it where the expression aggregates, as in sum by (mdai_service) (…). It keeps "job".',
      },
    ]);
  });

  test('may have external labels of the Prometheus', () => {
    const prometheus = prometheusOf([], { externalLabels: { region: 'eu' } });
    expect(ofHub(hubWith('sum(up) > 1', '${trigger:payload.labels.region}'), [prometheus])).toEqual([]);
  });

  test('are read by the release that MDAI hub ships, unless another evaluates them', () => {
    const quoted = hubWith('sum by ("mdai_service") (up) > 1');
    expect(ofHub(quoted)).toMatchObject([{ code: 'promql-syntax', path: 'mdai/filtration/alerts/loud' }]);
    expect(ofHub(quoted, [prometheusOf([])])).toEqual([]);
  });

  test('are read by the MDAI operator too, which has the parser of Prometheus 3 without features', () => {
    const [issue] = ofHub(hubWith('holt_winters(up[5m], 0.5, 0.5) > 1'));
    expect(issue?.message).toContain('the MDAI operator refuses the alert.');
    const prometheus = prometheusOf([], { enableFeatures: ['promql-experimental-functions'] });
    expect(ofHub(hubWith('limitk(5, up) > 1'), [prometheus])).toMatchObject([{ code: 'promql-experimental' }]);
  });
});
