// docs/monitoring.md shows parts of this file.
import { DashboardBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { Chart, Duration } from 'cdk8s';
import {
  Collector,
  Dashboards,
  exporters,
  log,
  MdaiApp,
  Prometheus,
  policy,
  processors,
  promql,
  receivers,
  rule,
} from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';
import { collectorAlerts } from '../../src/monitoring/alerts';

const app = new MdaiApp();
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

const gateway = new Collector(chart, 'gateway');
gateway.route('logs', {
  from: [otlp],
  rules: [rule('noise', { when: log.severity.below('INFO'), drop: true })],
  otherwise: { to: [vendor] },
});
const sampler = new Collector(chart, 'sampler', { mode: 'statefulset' });
const tail = processors.tail_sampling({ policies: [policy.errors()] });
sampler.pipeline('traces', { from: [otlp], processors: [tail], to: [vendor] });

const prometheus = new Prometheus(chart, 'prometheus');
prometheus.scrape(gateway).scrape(sampler);
prometheus.monitorCollectors({
  runbookUrl: 'https://wiki.example/collectors#',
  labels: { team: 'telemetry' },
  alerts: {
    queueFilling: { threshold: 0.6, for: Duration.minutes(10) },
    memoryGrowing: false,
  },
  except: [{ collectors: [sampler], alerts: { memoryHigh: { threshold: 0.95, severity: 'info' } } }],
});

const dashboards = new Dashboards(chart, 'dashboards', { prometheus, folder: 'Telemetry' });
dashboards.add('checkout', new DashboardBuilder('Checkout').uid('checkout').tags(['shop']));

prometheus.alert('VendorQuiet', {
  expr: promql`sum(exporter:otelcol_sent_items:rate5m{exporter="otlp_http/vendor"}) == 0`,
  severity: 'page',
  for: '30m',
});

const objects = synthesize(chart);

test('the program of the page has no mistakes', () => {
  expect(issuesOf(chart)).toEqual([]);
});

test('the options of the page do what it says', () => {
  const groups = find(objects, 'PrometheusRule', 'prometheus').spec.groups as {
    readonly name: string;
    readonly rules: readonly { readonly alert?: string; readonly labels: object; readonly annotations: object }[];
  }[];
  expect(groups.map(({ name }) => name)).toEqual(['prometheus', 'collectors']);
  const rules = groups[1]?.rules ?? [];
  const alerts = rules.flatMap(({ alert }) => alert ?? []);
  expect(alerts).not.toContain('CollectorMemoryGrowing');
  expect(alerts.filter((name) => name === 'CollectorMemoryHigh')).toHaveLength(2);
  expect(rules.find(({ alert }) => alert === 'CollectorQueueFilling')).toMatchObject({
    for: '10m',
    labels: { team: 'telemetry', severity: 'warning' },
    annotations: { runbook_url: 'https://wiki.example/collectors#CollectorQueueFilling' },
  });
});

test('the dashboards of the page are made', () => {
  const names = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
  expect(names).toEqual(['dashboards-collectors', 'dashboards-routes', 'dashboards-checkout']);
});

test('the page names every alert, as it is', () => {
  const { readFileSync } = require('node:fs') as typeof import('node:fs');
  const page = readFileSync(`${__dirname}/../../docs/monitoring.md`, 'utf8');
  const rows = Object.entries(collectorAlerts).map(([key, { name, severity, for: wait }]) =>
    ['', ` \`${key}\` `, ` \`${name}\` `, ` ${severity}, ${wait ?? 'at once'} `].join('|'),
  );
  for (const row of rows) expect(page).toContain(row);
});
