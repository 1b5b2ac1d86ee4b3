// docs/conditions.md shows parts of this file, and its table is held against the printer here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import {
  Collector,
  type Condition,
  type Context,
  connectors,
  datapoint,
  exporters,
  log,
  MdaiApp,
  MdaiHub,
  metric,
  ottl,
  processors,
  promql,
  receivers,
  resource,
  scope,
  span,
} from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';
import { lowerCondition } from '../../src/ottl/lower';
import { printCondition } from '../../src/ottl/print';

const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
const hub = new MdaiHub(chart, 'hub');
const list = hub.set('list');
const name = hub.string('name', { type: 'manual' });

const noise = log.severity.below('INFO').or(resource.attribute('service.name').in(['search', 'ads']));
const filter = processors.filter('noise', { log_conditions: [noise] });
const counter = connectors.count('errors', {
  logs: { 'log.error.count': { conditions: [log.severity.atLeast('ERROR')] } },
});
const mask = processors.transform('mask', {
  log_statements: [{ conditions: [log.attribute('card').exists()], statements: ['set(log.attributes["card"], "…")'] }],
});
const slow = ottl.log`Double(${log.attribute('took')}) > 2.5`;
const marked = processors.transform('slow', {
  log_statements: [ottl.log.statement`set(log.attributes["slow"], true) where ${slow}`],
});
const sampling = processors.tail_sampling({
  policies: [
    {
      name: 'checkout',
      type: 'ottl_condition',
      ottl_condition: { span: [span.attribute('http.route').equals('/buy')] },
    },
  ],
});

const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const gateway = new Collector(chart, 'gateway');
gateway.pipeline('logs', { from: [otlp], processors: [filter, mask, marked], to: [vendor, counter] });
gateway.pipeline('traces', { from: [otlp], processors: [sampling], to: [vendor] });
gateway.pipeline('metrics', { from: [counter], to: [vendor] });

const talkers = hub.alert('top_talkers', {
  expr: promql`sum by (service) (increase(received_bytes_total{service=~"[-._a-zA-Z0-9]+"}[1m])) > 1e6`,
  labels: ['service'],
  severity: 'warning',
});
hub.automation('mute', { when: talkers.firing(), do: [list.add(talkers.label('service'))] });

const page = readFileSync(join(__dirname, '../../docs/conditions.md'), 'utf8');
const names = { resource, scope, log, span, metric, datapoint, list, name };

/** The rows of the page's table: an expression of TypeScript, and the OTTL that it becomes. */
const rows = [...page.matchAll(/^\| `((?:resource|scope|log|span|metric|datapoint)\..*?)` \| `(.*)` \|$/gm)].map(
  ([, expression, ottl]) => [expression!, ottl!.replaceAll('\\|', '|')] as const,
);

test.each(rows)('%s', (expression, ottl) => {
  const evaluate = new Function(...Object.keys(names), `return ${expression}`);
  const condition: Condition<Context> = evaluate(...Object.values(names));
  expect(printCondition(lowerCondition(condition))).toBe(ottl);
});

test('the table covers every question', () => {
  const asked = rows.map(([expression]) => expression).join('\n');
  for (const question of ['equals', 'in', 'matches', 'exists', 'atLeast', 'below', 'isRoot', 'and', 'or', 'not']) {
    expect(asked).toContain(`.${question}(`);
  }
});

test('conditions stand wherever a component holds OTTL', () => {
  expect(issuesOf(chart).filter(({ code }) => code !== 'export-unread')).toEqual([]);
  expect(gateway.toConfig()).toMatchObject({
    processors: {
      'filter/noise': { log_conditions: [printCondition(lowerCondition(noise))] },
      'transform/mask': { log_statements: [{ conditions: ['log.attributes["card"] != nil'] }] },
      tail_sampling: {
        policies: [{ ottl_condition: { span: ['span.attributes["http.route"] == "/buy"'] } }],
      },
    },
    connectors: {
      'count/errors': {
        logs: { 'log.error.count': { conditions: ['log.severity_number >= SEVERITY_NUMBER_ERROR'] } },
      },
    },
  });
});

test('an alert lets only plain names through to the hub', () => {
  const { spec } = find(synthesize(chart), 'MdaiHub', 'hub');
  expect(spec.prometheusAlerts[0].expr).toContain('{service=~"[-._a-zA-Z0-9]+"}');
});

test('mistakes throw where they are written', () => {
  expect(() => log.attribute('a').in([])).toThrow('is in no empty list');
  expect(() => `${noise}`).toThrow('A condition was turned into a string.');
});
