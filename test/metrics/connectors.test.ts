import { connectors } from '../../src/index';
import { makers } from '../../src/metrics/connectors/table';
import type { ConfigMap } from '../../src/model/config';
import type { Release } from '../../src/model/release';
import type { Signal } from '../../src/model/signal';

/** What a connector makes, as `kind name unit: attributes`. */
function made(
  type: string,
  config: ConfigMap,
  signals: readonly Signal[],
  release: Release = '0.159.0',
  gates: readonly string[] = [],
) {
  const collector = { release, featureGates: gates };
  return makers[type]!({ collector, config, signals: new Set(signals) }).map(
    ({ kind, name, unit, attributes, open }) =>
      `${kind} ${name}${unit && ` ${unit}`}: ${attributes.join()}${open ? '…' : ''}`,
  );
}

test('count makes what it is told of the signals that it gets, and one metric for the rest', () => {
  const config = { spans: { 'a.b': { attributes: [{ key: 'x' }] } }, logs: {}, spanevents: null };
  expect(made('count', config, ['traces', 'logs'])).toEqual([
    'counter a.b: x',
    'counter trace.span.event.count: ',
    'counter log.record.count: ',
  ]);
  expect(
    made('sum', { logs: { bytes: { source_attribute: 'size', attributes: [{ key: 'x' }] } } }, ['logs', 'traces']),
  ).toEqual(['counter bytes: x']);
});

test('span_metrics makes calls and durations, by the dimensions of all and of each', () => {
  const usual = 'service.name,span.name,span.kind,status.code';
  expect(made('span_metrics', {}, ['traces'])).toEqual([
    `counter traces.span.metrics.calls: ${usual},collector.instance.id`,
    `histogram traces.span.metrics.duration ms: ${usual},collector.instance.id`,
  ]);
  const config = {
    namespace: '',
    exclude_dimensions: ['span.kind'],
    dimensions: [{ name: 'http.method' }],
    calls_dimensions: [{ glob: 'x.*' }],
    histogram: { unit: 's', exponential: {} },
    events: { enabled: true, dimensions: [{ name: 'exception.type' }] },
    aggregation_cardinality_limit: 5,
    include_instrumentation_scope: ['a'],
    enable_metrics_sampling_method: true,
  };
  const few =
    'service.name,span.name,status.code,collector.instance.id,span.instrumentation.scope.name,span.instrumentation.scope.version,sampling.method,otel.metric.overflow,http.method';
  expect(made('span_metrics', config, ['traces'])).toEqual([
    `counter calls: ${few}…`,
    `exponential duration s: ${few}`,
    `counter events: ${few},exception.type`,
  ]);
  const gates = ['connector.spanmetrics.legacyMetricNames', 'spanmetrics.statusCodeConvention.useOtelPrefix'];
  expect(made('span_metrics', { histogram: { disable: true } }, ['traces'], '0.131.0', gates)).toEqual([
    'counter calls: service.name,span.name,span.kind,otel.status_code',
  ]);
});

test('service_graph and exceptions', () => {
  const edge = 'client,server,connection_type,failed';
  expect(made('service_graph', {}, ['traces'])).toEqual([
    `counter traces_service_graph_request_total: ${edge}`,
    `counter traces_service_graph_request_failed_total: ${edge}`,
    `histogram traces_service_graph_request_server s: ${edge}`,
    `histogram traces_service_graph_request_client s: ${edge}`,
  ]);
  const gates = ['connector.servicegraph.legacyLatencyUnitMs', 'connector.servicegraph.legacyLatencyMetricNames'];
  const config = { dimensions: ['region'], virtual_node_extra_label: true, exponential_histogram_max_size: 10 };
  expect(made('service_graph', config, ['traces'], '0.159.0', gates)[2]).toBe(
    `exponential traces_service_graph_request_duration ms: ${edge},client_region,server_region,virtual_node`,
  );
  expect(made('exceptions', { dimensions: [{ name: 'x' }] }, ['traces'])).toEqual([
    'counter exceptions: service.name,span.name,span.kind,status.code,x',
  ]);
});

test('signal_to_metrics and datavolume', () => {
  const config: ConfigMap = {
    spans: [
      { name: 'a', unit: 'ms', histogram: {}, attributes: [{ key: 'x' }] },
      { name: 'b', exponential_histogram: {}, attributes: [{ keys_expression: 'x' }] },
      { name: 'c', sum: { monotonic: true } },
      { name: 'd', sum: {} },
      { name: 'e', gauge: {} },
    ],
    logs: [{ name: 'f', gauge: {} }],
  };
  expect(made('signal_to_metrics', config, ['traces'])).toEqual([
    'histogram a ms: x',
    'exponential b: …',
    'counter c: ',
    'updowncounter d: ',
    'gauge e: ',
  ]);
  const volume = { label_resource_attributes: ['team'], count_metric_name: 'n', bytes_metric_name: '' };
  expect(made('datavolume', volume, ['logs'])).toEqual(['counter n: team,data_type']);
});

test('a connector names its metrics as an exporter with its defaults serves them', () => {
  const spans = connectors.span_metrics();
  expect(spans.metric('traces.span.metrics.calls').metricName).toBe('traces_span_metrics_calls_total');
  expect(spans.metric('traces.span.metrics.duration_bucket').metricName).toBe(
    'traces_span_metrics_duration_milliseconds_bucket',
  );
  expect(connectors.service_graph().metric('traces_service_graph_request_total').metricName).toBe(
    'traces_service_graph_request_total',
  );
  expect(() => spans.metric('traces.span.metrics.duration')).toThrow('Did you mean "traces.span.metrics.duration_');
  expect(() => connectors.sum({ logs: { a: { source_attribute: 'b' } } }).metric('zzzzzz')).toThrow('It makes a.');
  expect(() => connectors.forward().metric('x')).toThrow('What metrics forward makes is not known here');
});
