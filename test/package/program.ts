// A program as a user writes it; test/package/package.test.ts compiles and runs it against the packed package.
import { type App, Chart, Duration, Size } from 'cdk8s';
import {
  Collector,
  exporters,
  extensions,
  MdaiApp,
  MdaiCluster,
  processors,
  promql,
  receivers,
  secret,
  text,
} from 'cdk8s-mdai';
import { issuesOf, synthesize } from 'cdk8s-mdai/testing';

const app: App = new MdaiApp({ outdir: 'out' });
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
const gateway = new Collector(chart, 'gateway', {
  mode: 'statefulset',
  memory: Size.gibibytes(1),
  replicas: 3,
});
const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  timeout: Duration.seconds(5),
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  sending_queue: { storage: extensions.file_storage('queue') },
});
gateway.pipeline('logs', { from: [otlp], processors: [processors.batch()], to: [vendor] });

const cluster = new MdaiCluster(app, 'mdai');
const alert = cluster.hub('hub').alert('down', { expr: promql`up == 0`, labels: ['pod'], severity: 'warning' });
alert.label('pod');

app.synth();
console.log(JSON.stringify({ objects: synthesize(chart).map(({ kind }) => kind), issues: issuesOf(chart) }));
