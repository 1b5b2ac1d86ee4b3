// docs/tiers.md shows parts of this file.
import { Chart, Size } from 'cdk8s';
import {
  Collector,
  exporters,
  extensions,
  issuer,
  kafkaBuffer,
  MdaiApp,
  policy,
  processors,
  receivers,
  secret,
} from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';

const chart = new Chart(new MdaiApp(), 'tiers', { namespace: 'telemetry' });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });

const keepalive = { server_parameters: { max_connection_age: '2m', max_connection_age_grace: '30s' } };
const fromAgents = receivers.otlp('from_agents', { protocols: { grpc: { keepalive } } });
const gateway = new Collector(chart, 'gateway', { replicas: { min: 2, max: 10 } });
gateway.pipeline('logs', { from: [fromAgents], to: [vendor] });

const agent = new Collector(chart, 'agent', { mode: 'daemonset' });
agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(fromAgents)] });

const sampler = new Collector(chart, 'sampler', { mode: 'statefulset', replicas: 3 });
const sampling = processors.tail_sampling({ policies: [policy.errors(), policy.probabilistic({ ratio: 0.1 })] });
sampler.pipeline('traces', { from: [otlp], processors: [sampling], to: [vendor] });

const balancer = new Collector(chart, 'balancer', { replicas: 2 });
const toSampler = sampler.inlet(otlp, {
  balanceBy: 'traceID',
  config: { protocol: { otlp: { sending_queue: { queue_size: 5000 } } } },
});
balancer.pipeline('traces', { from: [otlp], to: [toSampler] });

const buffer = kafkaBuffer('spans', {
  signal: 'traces',
  brokers: ['kafka-bootstrap.kafka.svc.cluster.local:9092'],
  partitions: 12,
  auth: { sasl: { mechanism: 'SCRAM-SHA-512', username: 'otel', password: secret('kafka', 'password') } },
});
const intake = new Collector(chart, 'intake', { replicas: 2 });
intake.pipeline('traces', { from: [otlp], to: [buffer.exporter] });
const delivery = new Collector(chart, 'delivery', { replicas: { min: 2, max: 12 } });
const unqueued = exporters.otlp_http('unqueued', {
  endpoint: 'https://in.vendor.example',
  sending_queue: { enabled: false },
});
delivery.pipeline('traces', { from: [buffer.receiver], to: [unqueued] });

const ca = issuer('tiers', { kind: 'ClusterIssuer' });
const fromEdge = receivers.otlp('from_edge', { protocols: { grpc: { tls: ca.serverTls() } } });
const secured = new Collector(chart, 'secured', { replicas: 2 });
secured.pipeline('logs', { from: [fromEdge], to: [vendor] });
const edge = new Collector(chart, 'edge');
edge.pipeline('logs', { from: [otlp], to: [secured.inlet(fromEdge)] });

const queue = extensions.file_storage('queue', { directory: '/var/lib/otelcol/queue' });
const durable = exporters.otlp_http('durable', {
  endpoint: 'https://in.vendor.example',
  sending_queue: { storage: queue, sizer: 'bytes', queue_size: 500_000_000 },
  retry_on_failure: { max_elapsed_time: '0s' },
});
const keeper = new Collector(chart, 'keeper', { mode: 'statefulset', storage: { size: Size.gibibytes(2) } });
keeper.pipeline('logs', { from: [otlp], to: [durable] });

const scraper = new Collector(chart, 'scraper', {
  mode: 'statefulset',
  replicas: 3,
  operator: { targetAllocator: { enabled: true, prometheusCR: { enabled: true } } },
});
const remote = exporters.prometheus_remote_write({ endpoint: 'https://prometheus.example/api/v1/write' });
scraper.pipeline('metrics', { from: [receivers.prometheus()], to: [remote] });

test('there is nothing to warn of', () => {
  expect(issuesOf(chart).map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([]);
});

test('the tables of the page', () => {
  const objects = synthesize(chart);
  const config = (name: string) => find(objects, 'OpenTelemetryCollector', name).spec.config;
  expect(config('agent').exporters['otlp_grpc/gateway'].endpoint).toBe(
    'dns:///gateway-collector-headless.telemetry.svc.cluster.local:4317',
  );
  expect(config('balancer').exporters['load_balancing/sampler'].routing_key).toBe('traceID');
  expect(config('edge').exporters['otlp_grpc/secured'].tls).toEqual({
    ca_file: '/etc/otelcol/certificates/tiers/ca.crt',
    cert_file: '/etc/otelcol/certificates/tiers/tls.crt',
    key_file: '/etc/otelcol/certificates/tiers/tls.key',
    reload_interval: '1h',
  });
  expect(config('delivery').receivers['kafka/spans'].group_id).toBe('spans');
  expect(config('keeper').service.extensions).toContain('file_storage/queue');
  const { targetAllocator } = find(objects, 'OpenTelemetryCollector', 'scraper').spec;
  expect(targetAllocator.prometheusCR.serviceMonitorSelector).toEqual({});
});
