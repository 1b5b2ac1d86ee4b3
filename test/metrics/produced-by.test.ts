import { producedBy } from '../../src/metrics/produced-by';
import type { CollectorModel } from '../../src/model/collector';
import type { ConfigMap } from '../../src/model/config';
import type { Model } from '../../src/model/model';
import type { PrometheusModel, RuleModel } from '../../src/model/prometheus';
import type { ScrapeEndpoint } from '../../src/model/scrape';
import { collector, config, hub, model } from '../checks/models';
import { prometheusOf, scrapeOf } from './models';

/** What a Prometheus has that reads this collector at an endpoint. */
function read(gateway: CollectorModel, endpoint: Partial<ScrapeEndpoint> = {}, parts: Partial<PrometheusModel> = {}) {
  const prometheus = prometheusOf('mdai/prometheus', {
    scrapes: [scrapeOf('collector', gateway.path, endpoint)],
    ...parts,
  });
  return producedBy(model({ collectors: [gateway], prometheuses: [prometheus] }), prometheus);
}

/** A collector whose exporter gets what a count connector makes. */
function counting(processors: ConfigMap, settings: ConfigMap = {}): CollectorModel {
  return collector({
    config: config((draft) => {
      draft.connectors = { count: { logs: { 'a.b': { attributes: [{ key: 'k' }] } } } };
      draft.processors = processors;
      draft.exporters.prometheus = { endpoint: '0.0.0.0:8889', ...settings };
      draft.service.pipelines.logs.exporters = ['count'];
      const metrics = { receivers: ['count'], processors: Object.keys(processors), exporters: ['prometheus'] };
      draft.service.pipelines.metrics = metrics;
    }),
  });
}

const made = { port: 8889, exporter: 'prometheus', honorLabels: true };
const target = ['container', 'endpoint', 'instance', 'job', 'namespace', 'pod'];
const scope = ['otel_scope_name', 'otel_scope_schema_url', 'otel_scope_version'];

test('the collector’s own metrics have the labels of the target, which win', () => {
  const lines = config((draft) => {
    draft.exporters.load_balancing = {};
    draft.service.pipelines.logs.exporters = ['load_balancing'];
  });
  const { metrics } = read(collector({ config: lines }));
  expect([...metrics.get('otelcol_exporter_sent_log_records')!.labels].sort()).toEqual(
    [...target, 'exporter', 'server.address', 'server.port', 'url.path'].sort(),
  );
  expect(metrics.get('otelcol_loadbalancer_backend_outcome')!.labels).toContain('exported_endpoint');
  expect(metrics.get('otelcol_processor_batch_timeout_trigger_send')).toBeUndefined();
  expect(metrics.get('otelcol_exporter_enqueue_size_sum')).toBeUndefined();
});

test('levels, gates, views and components that nobody knows', () => {
  const told = (metrics: ConfigMap) => config((draft) => Object.assign(draft.service, { telemetry: { metrics } }));
  const detailed = read(collector({ config: told({ level: 'detailed' }) }));
  expect(detailed.metrics.has('otelcol_exporter_enqueue_size_sum')).toBe(true);
  expect(detailed.unknown.some(({ names }) => names?.test('http.server.request.duration_sum'))).toBe(true);
  expect([...read(collector({ config: told({ level: 'none' }) })).metrics.keys()].join()).not.toContain('otelcol');
  const gates = ['telemetry.newPipelineTelemetry'];
  const gated = read(collector({ featureGates: gates })).metrics.get('otelcol.exporter.consumed.items');
  expect(gated?.open).toBe(true);
  const viewed = read(collector({ config: told({ level: 'detailed', views: [] }) }));
  expect(viewed.unknown).toContainEqual({ path: 'telemetry/gateway', names: /./ });
  const strange = config((draft) => {
    draft.exporters = { acme: {} };
    draft.service.pipelines.logs.exporters = ['acme'];
  });
  expect(read(collector({ config: strange })).unknown).toContainEqual({ path: 'telemetry/gateway', names: /./ });
});

test('what a connector makes is known through processors that change neither names nor attributes', () => {
  const touch = { metric_statements: [{ context: 'datapoint', statements: ['set(time_unix_nano, UnixNano(Now()))'] }] };
  const { metrics, unknown } = read(counting({ batch: {}, transform: touch, delta_to_cumulative: {} }), made);
  const metric = metrics.get('a_b_total')!;
  expect([...metric.labels].sort()).toEqual(['k', ...scope, ...target].sort());
  expect(metric).toMatchObject({ open: false, by: new Set(['telemetry/gateway/exporters/prometheus']) });
  expect(unknown.filter(({ names }) => names === undefined)).toEqual([]);
});

test.each([
  ['attributes', { attributes: { actions: [{ key: 'x', value: 1, action: 'insert' }] } }, true, false],
  [
    'a statement about attributes',
    { transform: { metric_statements: ['set(datapoint.attributes["x"], 1)'] } },
    true,
    false,
  ],
  [
    'a statement about the resource',
    { transform: { metric_statements: ['set(resource.attributes["x"], 1)'] } },
    false,
    false,
  ],
  ['a statement about names', { transform: { metric_statements: ['set(metric.name, "x")'] } }, true, true],
  ['statements that are elsewhere', { transform: { metric_statements: '${file:x}' } }, true, true],
  ['metrics_transform', { metrics_transform: { transforms: [] } }, true, true],
] as const)('%s opens what it may change', (_, processors, open, unknown) => {
  const produced = read(counting(processors), made);
  expect(produced.metrics.get('a_b_total')?.open).toBe(open);
  expect(produced.unknown.some(({ names }) => names === undefined)).toBe(unknown);
});

test('metrics from outside may be any, also behind a connector that passes them on', () => {
  const gateway = collector({
    config: config((draft) => {
      draft.connectors = { forward: {} };
      draft.exporters.prometheus = { endpoint: '0.0.0.0:8889' };
      draft.service.pipelines['metrics/in'] = { receivers: ['otlp'], exporters: ['forward'] };
      draft.service.pipelines.metrics = { receivers: ['forward'], exporters: ['prometheus'] };
    }),
  });
  expect(read(gateway, made).unknown).toContainEqual({ path: 'telemetry/gateway/receivers/otlp' });
});

test('attributes of the resource as labels, and relabelling, open the labels', () => {
  const converted = counting({}, { resource_to_telemetry_conversion: { enabled: true } });
  expect(read(converted, made).metrics.get('a_b_total')?.open).toBe(true);
  const relabel = [{ targetLabel: 'team', replacement: 'a' }];
  const relabelled = read(counting({}), { ...made, relabel }).metrics.get('a_b_total');
  expect([relabelled?.open, relabelled?.labels.has('team')]).toEqual([true, true]);
  const metricRelabel = [{ targetLabel: '__name__', replacement: 'x' }];
  expect(read(counting({}), { ...made, metricRelabel }).metrics.has('a_b_total')).toBe(false);
});

const record = (name: string, expr: string): RuleModel => ({
  kind: 'record',
  name,
  expr,
  labels: { by: 'us' },
  annotations: {},
});

test('recording rules and alerts have the labels of their expressions, in whatever order', () => {
  const rules = [
    record('x:twice', 'x:rate * 2'),
    record('x:rate', 'sum by (exporter) (rate(otelcol_exporter_sent_log_records[5m]))'),
    { ...record('Slow', 'x:rate < 1'), kind: 'alert' } as const,
  ];
  const { metrics } = read(collector(), {}, { groups: [{ name: 'g', rules }] });
  expect([...metrics.get('x:twice')!.labels].sort()).toEqual(['by', 'exporter']);
  expect([...metrics.get('ALERTS')!.labels].sort()).toEqual(['alertname', 'alertstate', 'by', 'exporter']);
  expect(metrics.get('x:rate')).toMatchObject({ open: false });
});

test('a Prometheus says of its targets whether they are up', () => {
  const { metrics } = read(collector(), {}, { enableFeatures: ['extra-scrape-metrics'], backend: 'workload' });
  expect([...metrics.get('up')!.labels].sort()).toEqual(target);
  expect(metrics.get('up')?.open).toBe(false);
  expect(read(collector()).metrics.get('up')?.open).toBe(true);
  expect(metrics.has('scrape_timeout_seconds')).toBe(true);
});

test.each<[string, Partial<PrometheusModel>, Partial<Model>, string, boolean]>([
  ['plain objects', { backend: 'workload' }, {}, 'mine', false],
  ['the operator', {}, {}, 'mine', true],
  ['the operator', {}, {}, 'otelcol_mine', false],
  ['manifests that may lack some', { backend: 'workload' }, { closed: false }, 'mine', true],
  ['a Prometheus that is there already', { managed: false }, {}, 'otelcol_mine', true],
  ['metrics that are sent to it', { backend: 'workload', enableFeatures: ['otlp-write-receiver'] }, {}, 'mine', true],
  [
    'addresses',
    {
      backend: 'workload',
      scrapes: [
        { name: 'x', find: { kind: 'addresses', addresses: [], labels: {} }, endpoints: [{ honorLabels: false }] },
      ],
    },
    {},
    'mine',
    true,
  ],
])('with %s, others may be there or not: %#', (_, parts, whole, name, open) => {
  const prometheus = prometheusOf('mdai/prometheus', parts);
  const { unknown } = producedBy(model({ prometheuses: [prometheus], ...whole }), prometheus);
  expect(unknown.some(({ names }) => names?.test(name) ?? true)).toBe(open);
});

test('observers and hub monitors, and the alerts of a hub in the same namespace', () => {
  const measure = {
    name: 'got',
    by: ['mdai.service'],
    countMetric: 'got.items',
    bytesMetric: 'got_bytes_total',
    dropLogs: [],
  };
  const observer = { path: 'mdai/observer', name: 'observer', measures: [measure] };
  const monitor = { path: 'mdai/monitor', name: 'monitor' };
  const prometheus = prometheusOf('mdai/prometheus', {
    namespace: 'mdai',
    scrapes: [
      scrapeOf('observer', observer.path, { port: 8899, honorLabels: true }),
      scrapeOf('hubMonitor', monitor.path, { port: 8899, honorLabels: true }),
    ],
  });
  const alert = { name: 'Loud', expr: 'sum by (mdai_service) (got_items_total) > 1', severity: 'warning' };
  const whole = model({
    hubs: [{ ...hub('hub'), namespace: 'mdai', alerts: [alert] }],
    observers: [observer],
    hubMonitors: [monitor],
    prometheuses: [prometheus],
  });
  const { metrics } = producedBy(whole, prometheus);
  expect([...metrics.get('got_items_total')!.labels].sort()).toEqual(
    ['data_type', 'mdai_service', ...scope, ...target].sort(),
  );
  expect(metrics.has('got_bytes_total')).toBe(true);
  expect(metrics.get('mdai_errors_by_component_total')?.open).toBe(true);
  expect([...metrics.get('ALERTS')!.labels]).toEqual(['alertname', 'alertstate', 'mdai_service', 'severity']);
});
