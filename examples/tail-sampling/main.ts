import { Chart, Duration, Size } from 'cdk8s';
import {
  Collector,
  connectors,
  exporters,
  MdaiApp,
  Prometheus,
  policy,
  presets,
  processors,
  promql,
  receivers,
  span,
} from 'cdk8s-mdai';

const app = new MdaiApp();
const chart = new Chart(app, 'tail-sampling', { namespace: 'telemetry' });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

// The second tier decides about whole traces, so each of its pods needs all spans of its traces.
const fromBalancer = receivers.otlp('from_balancer', { protocols: { grpc: {} } });
const sampler = new Collector(chart, 'sampler', { mode: 'statefulset', replicas: 3, memory: Size.gibibytes(2) });
const sampling = processors.tail_sampling({
  decision_wait: Duration.seconds(10),
  policies: [policy.errors(), policy.probabilistic({ ratio: 0.1 })],
});
sampler.pipeline('traces', { from: [fromBalancer], processors: [sampling], to: [vendor] });

// The first tier sends all spans of a trace to the same pod, and counts the traces of each service on the way.
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const counter = connectors.count('service', {
  spans: {
    'trace.span.service.count': { conditions: [span.isRoot()], attributes: [{ key: 'service.name' }] },
  },
});
const balancer = new Collector(chart, 'balancer', { replicas: 2 });
balancer.pipeline('traces', { from: [otlp], to: [sampler.inlet(fromBalancer, { balanceBy: 'traceID' }), counter] });
// The counter tells how many were added; Prometheus wants to know how many there are.
const totals = presets.runningTotals();
balancer.pipeline('metrics', { from: [counter], processors: totals, to: [exporters.prometheus()] });

const prometheus = new Prometheus(chart, 'prometheus');
prometheus.scrape(balancer).scrape(sampler);
prometheus.alert('LoudService', {
  expr: promql`sum by (service_name) (increase(${counter.metric('trace.span.service.count')}[5m])) > 1000`,
  severity: 'warning',
});

app.synth();
