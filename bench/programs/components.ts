import { Chart } from 'cdk8s';
import {
  Collector,
  connectors,
  exporters,
  extensions,
  log,
  MdaiApp,
  processors,
  receivers,
  secret,
  span,
} from 'cdk8s-mdai';

const app = new MdaiApp();
const chart = new Chart(app, 'telemetry');
const gateway = new Collector(chart, 'gateway');

const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const fluent = receivers.fluent_forward({ endpoint: '0.0.0.0:8006' });
const jaeger = receivers.jaeger({ protocols: { grpc: {} } });
const zipkin = receivers.zipkin();
const host = receivers.host_metrics({ collection_interval: '30s', scrapers: { cpu: {}, memory: {} } });
const kubelet = receivers.kubelet_stats({ auth_type: 'serviceAccount' });
const redis = receivers.redis({ endpoint: 'redis:6379', password: secret('redis', 'password') });
const files = receivers.file_log({ include: ['/var/log/pods/*/*/*.log'] });

const batch = processors.batch({ timeout: '5s' });
const k8s = processors.k8s_attributes({ auth_type: 'serviceAccount' });
const detection = processors.resource_detection({ detectors: ['env'] });
const noisy = processors.filter({ log_conditions: [log.severity.below('INFO')] });
const change = processors.transform({ error_mode: 'ignore' });
const resource = processors.resource({ attributes: [{ key: 'a', value: 'b', action: 'upsert' }] });
const attributes = processors.attributes({ actions: [{ key: 'user.id', action: 'hash' }] });
const sampler = processors.probabilistic_sampler({ sampling_percentage: 10 });
const deltas = processors.delta_to_cumulative();

const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const next = exporters.otlp_grpc('next', { endpoint: 'next:4317' });
const debug = exporters.debug({ verbosity: 'basic' });
const prometheus = exporters.prometheus({ endpoint: '0.0.0.0:8889' });
const write = exporters.prometheus_remote_write({ endpoint: 'https://metrics.example' });
const kafka = exporters.kafka({ brokers: ['kafka:9092'] });
const clickhouse = exporters.clickhouse({ endpoint: 'tcp://clickhouse:9000' });
const splunk = exporters.splunk_hec({ endpoint: 'https://splunk.example', token: secret('splunk', 'token') });

const counts = connectors.count({ spans: { 'span.count': { conditions: [span.isRoot()] } } });
const spanMetrics = connectors.span_metrics();

const health = extensions.health_check();
const queue = extensions.file_storage({ directory: '/var/lib/otelcol' });
const pprof = extensions.pprof();

gateway.enable(health, queue, pprof);
gateway.pipeline('traces', {
  from: [otlp, jaeger, zipkin],
  processors: [k8s, detection, sampler, attributes, batch],
  to: [vendor, next, debug, kafka, counts, spanMetrics],
});
gateway.pipeline('logs', {
  from: [otlp, fluent, files],
  processors: [noisy, change, resource, batch],
  to: [clickhouse, splunk],
});
gateway.pipeline('metrics', {
  from: [host, kubelet, redis, counts, spanMetrics],
  processors: [deltas],
  to: [prometheus, write],
});
app.synth();
