// docs/prometheus.md shows parts of this file.
import { Chart, Duration } from 'cdk8s';
import { Collector, connectors, exporters, MdaiApp, Prometheus, presets, promql, receivers } from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';

const app = new MdaiApp();
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const records = connectors.count('records', { logs: { 'log.records': { attributes: [{ key: 'service.name' }] } } });

const gateway = new Collector(chart, 'gateway');
gateway.pipeline('logs', { from: [otlp], to: [vendor, records] });
const totals = presets.runningTotals();
gateway.pipeline('metrics', { from: [records], processors: totals, to: [exporters.prometheus()] });

const prometheus = new Prometheus(chart, 'prometheus', {
  retention: '3d',
  externalLabels: { cluster: 'eu' },
});
prometheus.scrape(gateway);

const rate = promql`rate(${records.metric('log.records')}[5m])`;
prometheus.record('service:log_records:rate5m', { expr: promql`sum by (service_name) (${rate})` });
const full = 'otelcol_exporter_queue_size / otelcol_exporter_queue_capacity > 0.8';
const annotations = { summary: 'The queue of {{ $labels.exporter }} is nearly full.' };
prometheus.alert('QueueFull', { expr: full, severity: 'warning', for: Duration.minutes(5), annotations });

const elsewhere = new Chart(app, 'elsewhere');
const platform = Prometheus.existing(elsewhere, 'platform', {
  namespace: 'monitoring',
  selectorLabels: { release: 'kube-prometheus-stack' },
});
const silence = promql`rate(otelcol_receiver_accepted_log_records[10m]) == 0`;
platform.scrape(gateway).alert('NothingReceived', { expr: silence, severity: 'page' });

const objects = synthesize(chart);
const names = (of: Chart) => synthesize(of).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

test('the objects are those of the page', () => {
  expect(issuesOf(chart)).toEqual([]);
  expect(names(chart)).toEqual([
    'OpenTelemetryCollector/gateway',
    'ServiceAccount/gateway-collector',
    'NetworkPolicy/gateway-collector',
    'Prometheus/prometheus',
    'ServiceAccount/prometheus-prometheus',
    'Role/prometheus-prometheus',
    'RoleBinding/prometheus-prometheus',
    'PodMonitor/gateway-collector',
    'PrometheusRule/prometheus',
  ]);
});

test('a collector is read where it serves metrics', () => {
  expect(find(objects, 'PodMonitor', 'gateway-collector').spec).toEqual({
    podMetricsEndpoints: [{ portNumber: 8888 }, { portNumber: 8889, honorLabels: true }],
    selector: {
      matchLabels: {
        'app.kubernetes.io/component': 'opentelemetry-collector',
        'app.kubernetes.io/instance': 'telemetry.gateway',
        'app.kubernetes.io/managed-by': 'opentelemetry-operator',
        'app.kubernetes.io/part-of': 'opentelemetry',
      },
    },
  });
});

test('the rules are in one group', () => {
  expect(find(objects, 'PrometheusRule', 'prometheus').spec.groups).toEqual([
    {
      name: 'prometheus',
      rules: [
        {
          record: 'service:log_records:rate5m',
          expr: 'sum by (service_name) ((rate(log_records_total[5m])))',
        },
        {
          alert: 'QueueFull',
          expr: 'otelcol_exporter_queue_size / otelcol_exporter_queue_capacity > 0.8',
          for: '5m',
          labels: { severity: 'warning' },
          annotations: { summary: 'The queue of {{ $labels.exporter }} is nearly full.' },
        },
      ],
    },
  ]);
});

test('for a Prometheus that is there already, only monitors and rules are made', () => {
  expect(names(elsewhere)).toEqual(['PodMonitor/gateway-collector', 'PrometheusRule/platform']);
  for (const { metadata } of synthesize(elsewhere)) {
    expect(metadata).toMatchObject({ namespace: 'monitoring', labels: { release: 'kube-prometheus-stack' } });
  }
  const monitor = find(synthesize(elsewhere), 'PodMonitor', 'gateway-collector');
  expect(monitor.spec.namespaceSelector).toEqual({ matchNames: ['telemetry'] });
});

test('mistakes throw where they are written', () => {
  expect(() => prometheus.record('service:log_records:rate5m', { expr: 'up' })).toThrow('has a rule');
  expect(() => prometheus.alert('Slow', { expr: 'up', severity: 'page', for: '1.5m' })).toThrow(
    '"1.5m" is no duration of Prometheus.',
  );
  expect(() => `${records.metric('log.records')} > 1`).toThrow(
    'The metric log_records_total was turned into a string.',
  );
  expect(() => connectors.forward().metric('x')).toThrow('What metrics forward makes is not known here.');
});
