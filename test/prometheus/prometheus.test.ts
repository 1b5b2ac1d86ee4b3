import { App, Chart, Duration } from 'cdk8s';
import { Collector, connectors, exporters, MdaiObserver, Prometheus, promql, receivers } from '../../src/index';
import { find, type Manifest, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });

function telemetry(): Chart {
  return new Chart(new App(), 'telemetry', { namespace: 'ns' });
}

function kinds(objects: readonly Manifest[]): string[] {
  return objects.map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`);
}

test('a Prometheus comes with what it needs to find pods', () => {
  const chart = telemetry();
  new Prometheus(chart, 'prometheus', { retention: Duration.days(3), externalLabels: { cluster: 'eu' } });
  const objects = synthesize(chart);
  expect(kinds(objects)).toEqual([
    'Prometheus/ns/prometheus',
    'ServiceAccount/ns/prometheus-prometheus',
    'Role/ns/prometheus-prometheus',
    'RoleBinding/ns/prometheus-prometheus',
  ]);
  expect(objects[0]!.spec).toMatchObject({
    serviceAccountName: 'prometheus-prometheus',
    retention: '72h',
    externalLabels: { cluster: 'eu' },
  });
});

test('it reads a collector’s own metrics and those that its Prometheus exporters serve', () => {
  const chart = telemetry();
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('metrics', { from: [otlp], to: [exporters.prometheus()] });
  new Prometheus(chart, 'prometheus').scrape(gateway).scrape(gateway);
  const objects = synthesize(chart);
  expect(find(objects, 'PodMonitor', 'gateway-collector').spec.podMetricsEndpoints).toEqual([
    { portNumber: 8888 },
    { portNumber: 8889, honorLabels: true },
  ]);
  expect(kinds(objects)).toContain('RoleBinding/ns/prometheus-prometheus');
});

test('it is let into the namespaces of what it reads', () => {
  const chart = telemetry();
  const observer = new MdaiObserver(chart, 'services', { namespace: 'elsewhere' });
  observer.measure('received', { by: ['service.name'] });
  new Prometheus(chart, 'prometheus').scrape(observer);
  const objects = synthesize(chart);
  expect(kinds(objects)).toContain('Role/elsewhere/prometheus-prometheus');
  expect(find(objects, 'PodMonitor', 'elsewhere-services-mdai-observer').spec.namespaceSelector).toEqual({
    matchNames: ['elsewhere'],
  });
  const bindings = objects.filter(({ kind }) => kind === 'RoleBinding');
  expect(bindings.map(({ metadata }) => metadata.namespace)).toEqual(['ns', 'elsewhere']);
  expect(bindings[1]!.subjects).toEqual([{ kind: 'ServiceAccount', name: 'prometheus-prometheus', namespace: 'ns' }]);
});

test('a Prometheus that is there already gets monitors and rules with its labels, and nothing else', () => {
  const chart = telemetry();
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('logs', { from: [otlp], to: [exporters.debug()] });
  const existing = Prometheus.existing(chart, 'prometheus', { selectorLabels: { release: 'stack' } });
  existing.scrape(gateway).record('service:logs:rate', { expr: 'up' });
  const objects = synthesize(chart);
  expect(kinds(objects)).toEqual([
    'OpenTelemetryCollector/ns/gateway',
    'ServiceAccount/ns/gateway-collector',
    'NetworkPolicy/ns/gateway-collector',
    'PodMonitor/ns/gateway-collector',
    'PrometheusRule/ns/prometheus',
  ]);
  for (const object of objects.slice(3)) expect(object.metadata.labels).toEqual({ release: 'stack' });
});

test('rules are written as Prometheus reads them, with metrics by their handles', () => {
  const chart = telemetry();
  const count = connectors.count('service', { spans: { 'trace.span.count': {} } });
  new Prometheus(chart, 'prometheus')
    .record('spans:rate5m', { expr: promql`rate(${count.metric('trace.span.count')}[5m])`, labels: { team: 'a' } })
    .alert('Loud', {
      expr: promql`${promql`spans:rate5m`} > ${10}`,
      severity: 'warning',
      for: Duration.minutes(5),
      keepFiringFor: '1m',
      annotations: { summary: 'loud' },
    });
  expect(find(synthesize(chart), 'PrometheusRule', 'prometheus').spec).toEqual({
    groups: [
      {
        name: 'prometheus',
        rules: [
          { record: 'spans:rate5m', expr: 'rate(trace_span_count_total[5m])', labels: { team: 'a' } },
          {
            alert: 'Loud',
            expr: '(spans:rate5m) > 10',
            for: '5m',
            keep_firing_for: '1m',
            labels: { severity: 'warning' },
            annotations: { summary: 'loud' },
          },
        ],
      },
    ],
  });
});

test('a group twice throws, and so do a metric and an expression inside ordinary text', () => {
  const prometheus = new Prometheus(telemetry(), 'prometheus').record('a:b', { expr: 'up' });
  prometheus.group('slow', { interval: Duration.minutes(5) });
  expect(() => prometheus.group('slow')).toThrow('has a group "slow" already');
  expect(() => `${connectors.count().metric('log.record.count')}`).toThrow(
    'The metric log_record_count_total was turned',
  );
  expect(() => `${promql`up`}`).toThrow('A PromQL expression was turned into a string');
  expect(() => connectors.forward().metric('x')).toThrow('What metrics forward makes is not known here');
});
