// docs/prometheus.md shows parts of this file.
import { Chart, Duration } from 'cdk8s';
import {
  Collector,
  connectors,
  exporters,
  MdaiApp,
  Prometheus,
  PrometheusAgent,
  PrometheusRules,
  presets,
  promql,
  receivers,
  secret,
} from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';
import { Service } from 'cdk8s-plus-28';

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
const summary = 'The queue of {{ $labels.exporter }} is nearly full.';
prometheus.alert('QueueFull', { expr: full, severity: 'warning', for: Duration.minutes(5), summary });

// What is not of this library: a Service, pods that are there, addresses, and what a prober asks about.
const shop = new Service(chart, 'shop', {
  metadata: { labels: { app: 'shop' } },
  ports: [{ name: 'metrics', port: 9100 }],
});
const databases = { name: 'postgres', namespace: 'shop', labels: { app: 'postgres' } };
prometheus
  .scrapeService(shop, { port: 'metrics', interval: '15s' })
  .scrapePods(databases, {
    port: 9187,
    metricRelabel: [{ sourceLabels: ['__name__'], regex: 'go_.*', action: 'drop' }],
  })
  .scrapeAddresses('routers', { addresses: ['10.0.0.1:9100'], labels: { site: 'berlin' } })
  .probe('sites', { prober: 'blackbox:9115', module: 'http_2xx', targets: ['https://shop.example'] });

const slow = prometheus.group('slow', { interval: Duration.minutes(5) });
slow.record('service:log_records:increase1d', { expr: promql`increase(${records.metric('log.records')}[1d])` });

const passedOn = new Chart(app, 'passed-on', { namespace: 'telemetry' });
const edge = new PrometheusAgent(passedOn, 'edge', {
  backend: 'workload',
  shards: 2,
  remoteWrite: [{ url: 'https://mimir.example/api/v1/push', authorization: { credentials: secret('mimir', 'token') } }],
});
edge.scrape(gateway);

const elsewhere = new Chart(app, 'elsewhere');
const platform = Prometheus.existing(elsewhere, 'platform', {
  namespace: 'monitoring',
  selectorLabels: { release: 'kube-prometheus-stack' },
});
const silence = promql`rate(otelcol_receiver_accepted_log_records[10m]) == 0`;
platform.scrape(gateway).alert('NothingReceived', { expr: silence, severity: 'page' });

const team = new Chart(app, 'team', { namespace: 'monitoring' });
const checkout = new PrometheusRules(team, 'checkout', { labels: { release: 'kube-prometheus-stack' } });
checkout.group('checkout').alert('CheckoutDown', { expr: 'up{job="checkout"} == 0', for: '5m', severity: 'page' });

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
    'Role/prometheus-prometheus',
    'RoleBinding/prometheus-prometheus',
    'PodMonitor/gateway-collector',
    'ServiceMonitor/telemetry-shop-c8353b32',
    'PodMonitor/shop-postgres',
    'ScrapeConfig/routers',
    'Probe/sites',
    'PrometheusRule/prometheus',
    'Service/telemetry-shop-c8353b32',
  ]);
});

test('an agent passes everything on, and its shards share the work', () => {
  expect(names(passedOn)).toEqual([
    'StatefulSet/edge',
    'ServiceAccount/edge-prometheus',
    'Role/edge-prometheus',
    'RoleBinding/edge-prometheus',
    'ConfigMap/edge',
    'ConfigMap/edge-shard-1',
    'StatefulSet/edge-shard-1',
    'Service/edge',
    'Service/edge-headless',
    'NetworkPolicy/edge',
  ]);
});

test('rules of a team are an object by themselves', () => {
  expect(synthesize(team)).toMatchObject([
    {
      kind: 'PrometheusRule',
      metadata: { name: 'checkout', namespace: 'monitoring', labels: { release: 'kube-prometheus-stack' } },
      spec: { groups: [{ name: 'checkout', rules: [{ alert: 'CheckoutDown', labels: { severity: 'page' } }] }] },
    },
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

test('the rules are in their groups', () => {
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
    {
      name: 'slow',
      interval: '5m',
      rules: [{ record: 'service:log_records:increase1d', expr: 'increase(log_records_total[1d])' }],
    },
  ]);
});

test('for a Prometheus that is there already, only monitors and rules are made', () => {
  expect(names(elsewhere)).toEqual(['PodMonitor/telemetry-gateway-collector', 'PrometheusRule/platform']);
  for (const { metadata } of synthesize(elsewhere)) {
    expect(metadata).toMatchObject({ namespace: 'monitoring', labels: { release: 'kube-prometheus-stack' } });
  }
  const monitor = find(synthesize(elsewhere), 'PodMonitor', 'telemetry-gateway-collector');
  expect(monitor.spec.namespaceSelector).toEqual({ matchNames: ['telemetry'] });
});

test('mistakes throw where they are written', () => {
  expect(() => prometheus.alert('Slow', { expr: 'up', severity: 'page', for: '1.5m' })).toThrow(
    '"1.5m" is no duration of Prometheus.',
  );
  expect(() => `${records.metric('log.records')} > 1`).toThrow(
    'The metric log_records_total was turned into a string.',
  );
  expect(() => connectors.forward().metric('x')).toThrow('What metrics forward makes is not known here.');
});
