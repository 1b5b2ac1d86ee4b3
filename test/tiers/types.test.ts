import { App, Chart } from 'cdk8s';
import { Collector, exporters, issuer, kafkaBuffer, receivers } from 'cdk8s-mdai';

// Never called: the compiler is the test. Each @ts-expect-error fails the suite where the mistake below it compiles.
function programs() {
  const chart = new Chart(new App(), 'telemetry');
  const gateway = new Collector(chart, 'gateway');
  const agent = new Collector(chart, 'agent');
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: { tls: issuer('corp').serverTls() } } });
  const zipkin = receivers.zipkin();
  const brokers = ['kafka:9092'];
  const spans = kafkaBuffer('spans', { signal: 'traces', brokers });

  // Programs without a mistake.
  agent.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp), gateway.inlet(zipkin), spans.exporter] });
  agent.pipeline('traces/by', { from: [spans.receiver], to: [gateway.inlet(otlp, { balanceBy: 'traceID' })] });
  agent.pipeline('metrics', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'streamID' })] });
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'resource', resolver: 'k8s' })] });
  gateway.inlet(otlp, { protocol: 'http', config: { encoding: 'json' } });
  exporters.otlp_http('out', { endpoint: 'https://a', tls: issuer('corp').clientTls() });
  kafkaBuffer('logs', { signal: 'logs', brokers, partitionBy: 'resource', exporter: { producer: { linger: '1s' } } });
  const override = { sending_queue: { queue_size: 10 } };
  agent.override(spans.exporter, override);

  // @ts-expect-error metrics have no traces
  agent.pipeline('metrics/a', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'traceID' })] });
  // @ts-expect-error traces have no series
  agent.pipeline('traces/b', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'streamID' })] });
  // @ts-expect-error spans of one resource are not kept together
  agent.pipeline('traces/c', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'resource' })] });
  // @ts-expect-error a key that does not exist
  gateway.inlet(otlp, { balanceBy: 'host' });
  // @ts-expect-error balancing by HTTP
  gateway.inlet(otlp, { balanceBy: 'traceID', protocol: 'http' });
  // @ts-expect-error a resolver without balancing
  gateway.inlet(otlp, { resolver: 'k8s' });
  // @ts-expect-error logs through a receiver of traces
  agent.pipeline('logs/a', { from: [otlp], to: [gateway.inlet(zipkin)] });
  // @ts-expect-error a field that the exporter does not have
  gateway.inlet(otlp, { config: { queue: {} } });
  // @ts-expect-error a buffer of spans in a pipeline of logs
  agent.pipeline('logs/b', { from: [spans.receiver], to: [exporters.debug()] });
  // @ts-expect-error a buffer that does not say what it carries
  kafkaBuffer('any', { brokers });
  // @ts-expect-error spans by resource
  kafkaBuffer('any', { signal: 'traces', brokers, partitionBy: 'resource' });
  // @ts-expect-error an issuer of another kind
  issuer('corp', { kind: 'Certificate' });
}

test('programs with mistakes do not compile, and programs without do', () => {
  expect(programs).toBeInstanceOf(Function);
});
