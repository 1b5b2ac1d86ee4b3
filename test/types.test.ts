import { App, Chart, Duration } from 'cdk8s';
import {
  Alertmanager,
  alertReceiver,
  Collector,
  type ComponentType,
  connectors,
  exporters,
  extensions,
  log,
  MdaiCluster,
  Prometheus,
  PrometheusAgent,
  policy,
  processors,
  promql,
  raw,
  receivers,
  resource,
  secret,
  span,
  text,
} from 'cdk8s-mdai';

declare module '../src/index' {
  interface Exporters {
    acme: ComponentType<{ readonly shop: string; readonly size?: number }, 'logs'>;
  }
}

// Never called: the compiler is the test. Each @ts-expect-error fails the suite where the mistake below it compiles.
function programs() {
  const app = new App();
  const chart = new Chart(app, 'telemetry');
  const gateway = new Collector(chart, 'gateway');
  const cluster = new MdaiCluster(app, 'mdai');
  const hub = cluster.hub('hub');
  const noisy = hub.set('noisy', { env: 'NOISY' });
  const level = hub.string('level');
  const alert = hub.alert('loud', {
    expr: 'up == 0',
    labels: ['service'],
    severity: 'warning',
    for: Duration.minutes(1),
  });
  const measure = cluster.observer('services').measure('received', { by: ['service'] });
  const otlp = receivers.otlp({ protocols: { grpc: {} } });
  const fluent = receivers.fluent_forward({ endpoint: '0.0.0.0:8006' });
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  const count = connectors.count('service', { spans: { spans: { conditions: [span.isRoot()] } } });
  const tail = processors.tail_sampling({ policies: [policy.errors()] });

  // Programs without a mistake.
  const pipeline = gateway.pipeline('logs', { from: [otlp, fluent], processors: [processors.batch()], to: [vendor] });
  pipeline.tap('head', { to: measure });
  gateway.pipeline('logs/more', { to: [pipeline, vendor.through(processors.batch('own'))] });
  gateway.pipeline('traces', { from: [otlp], processors: [tail], to: [vendor, count] });
  gateway.pipeline('metrics', { from: [count], to: [exporters.prometheus()] });
  gateway.pipeline('logs/raw', {
    from: [raw.receiver<'logs'>('acme/in', { any: 1 })],
    to: [exporters.acme('eu', { shop: 'x' })],
  });
  exporters.otlp_http('ref', {
    endpoint: secret('vendor', 'url'),
    headers: { a: text`Bearer ${secret('vendor', 'token')}` },
  });
  exporters.otlp_http('time', { endpoint: 'https://a', timeout: Duration.seconds(5) });
  processors.filter({ log_conditions: [log.attribute('a').in(noisy), resource.attribute('b').equals(level)] });
  hub.automation('fine', { when: alert.firing(), do: [noisy.add(alert.label('service'))] });

  // @ts-expect-error a receiver of logs in a pipeline of traces
  gateway.pipeline('traces/a', { from: [fluent], to: [vendor] });
  // @ts-expect-error an exporter of metrics in a pipeline of logs
  gateway.pipeline('logs/a', { from: [otlp], to: [exporters.prometheus()] });
  // @ts-expect-error a processor of traces in a pipeline of logs
  gateway.pipeline('logs/b', { from: [otlp], processors: [tail], to: [vendor] });
  // @ts-expect-error a connector that gives metrics, in a pipeline of logs
  gateway.pipeline('logs/c', { from: [count], to: [vendor] });
  // @ts-expect-error a pipeline of logs as the target of a pipeline of traces
  gateway.pipeline('traces/b', { from: [otlp], to: [pipeline] });
  // @ts-expect-error a measure of logs and traces in a pipeline of metrics
  gateway.pipeline('metrics/a', { from: [otlp], to: [measure] });
  // @ts-expect-error a signal that does not exist
  gateway.pipeline('log', { from: [otlp], to: [vendor] });
  // @ts-expect-error a pipeline without a target
  gateway.pipeline('logs/d', { from: [otlp] });
  // @ts-expect-error a processor as a target
  gateway.pipeline('logs/e', { from: [otlp], to: [processors.batch()] });
  // @ts-expect-error a component that does not exist
  exporters.otlp_htp('x', {});
  // @ts-expect-error a field that does not exist
  exporters.otlp_http('x', { endpoint: 'https://a', endpont: 'https://b' });
  // @ts-expect-error a field of the wrong type
  exporters.otlp_http('x', { endpoint: 4318 });
  // @ts-expect-error a value outside of an enumeration
  exporters.debug({ verbosity: 'loud' });
  // @ts-expect-error a field of an augmented type that does not exist
  exporters.acme({ shop: 'x', price: 1 });
  // @ts-expect-error a required configuration
  processors.tail_sampling();
  const bearer = extensions.bearertokenauth({ token: secret('vendor', 'token') });
  // @ts-expect-error an extension that authenticates, where storage belongs
  exporters.otlp_http('x', { endpoint: 'https://a', sending_queue: { storage: bearer } });
  // @ts-expect-error a string where an extension belongs
  exporters.otlp_http('x', { endpoint: 'https://a', auth: { authenticator: 'bearertokenauth' } });
  // @ts-expect-error a condition about spans, asked of logs
  processors.filter({ log_conditions: [span.name.equals('a')] });
  // @ts-expect-error a level that does not exist
  log.severity.atLeast('LOUD');
  // @ts-expect-error a tap behind a processor of another signal
  pipeline.tap('t', { after: tail, to: vendor });
  // @ts-expect-error a label that the alert does not have
  alert.label('pod');
  // @ts-expect-error a rule without an outcome
  hub.automation('a', { when: alert.firing() });
  // @ts-expect-error a rule with an empty outcome
  hub.automation('b', { when: alert.firing(), do: [] });
  // @ts-expect-error an alert where its event belongs
  hub.automation('c', { when: alert, do: [noisy.add('x')] });
  // @ts-expect-error a text has no members
  level.add('x');
  // @ts-expect-error a set is not assigned
  noisy.assign('x');
  // @ts-expect-error a set as a single value
  resource.attribute('a').equals(noisy);
  // @ts-expect-error a severity that the hub does not have
  hub.alert('d', { expr: 'up', severity: 'info' });
  // @ts-expect-error a measure by nothing
  cluster.observer('o').measure('m', { by: [] });
  // @ts-expect-error a condition inside PromQL
  promql`up{${log.severity.atLeast('INFO')}}`;
  const prometheus = new Prometheus(chart, 'prometheus');
  // @ts-expect-error an alert without a severity
  prometheus.alert('Down', { expr: 'up == 0' });
  // @ts-expect-error a pipeline, which serves no metrics by itself
  prometheus.scrape(pipeline);
  // @ts-expect-error a Service’s port by its number
  prometheus.scrapeService({ name: 'shop', labels: { app: 'shop' } }, { port: 9100 });
  // @ts-expect-error a password as plain text
  prometheus.scrapeAddresses('a', { addresses: ['a:1'], basicAuth: { username: 'a', password: 'b' } });
  // @ts-expect-error a step of relabelling that does not exist
  prometheus.scrapeAddresses('b', { addresses: ['a:1'], relabel: [{ action: 'rename' }] });
  // @ts-expect-error an agent that passes nothing on
  new PrometheusAgent(chart, 'agent', {});
  // @ts-expect-error rules of an agent, which has none
  new PrometheusAgent(chart, 'agent', { remoteWrite: [{ url: 'https://a' }] }).alert('Down', {
    expr: 'up',
    severity: 'a',
  });
  // @ts-expect-error a metric that collectors do not have
  gateway.metrics.exporterSend('logs');
  // @ts-expect-error a metric of a signal that does not exist
  gateway.metrics.exporterSent('log');
  // @ts-expect-error a receiver of alerts by its name
  new Alertmanager(chart, 'alerts', { route: { to: 'oncall' } });
  // @ts-expect-error an integration that Alertmanager does not have
  alertReceiver('oncall', { pager_configs: [] });
  // @ts-expect-error a release that this library does not know
  new Collector(chart, 'old', { release: '0.1.0' });
}

test('programs with mistakes do not compile, and programs without do', () => {
  expect(programs).toBeInstanceOf(Function);
});
