// A program as a user of CommonJS writes it; compiled by test/package/package.test.ts against the packed package.
import { type App, Chart, Duration, Size } from 'cdk8s';
import {
  Collector,
  type ComponentType,
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

declare module 'cdk8s-mdai' {
  interface Exporters {
    acme: ComponentType<{ readonly shop: string }, 'logs'>;
  }
}

const app: App = new MdaiApp({ outdir: 'out' });
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
const gateway = new Collector(chart, 'gateway', { memory: Size.gibibytes(1), replicas: { min: 2, max: 4 } });
const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  timeout: Duration.seconds(5),
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  sending_queue: { storage: extensions.file_storage('queue') },
});
gateway.pipeline('logs', { from: [otlp], processors: [processors.batch()], to: [vendor] });
gateway.pipeline('logs/acme', { from: [otlp], to: [exporters.acme({ shop: 'x' })] });
// @ts-expect-error a signal that the exporter does not have
gateway.pipeline('traces', { from: [otlp], to: [exporters.acme('b', { shop: 'x' })] });
// @ts-expect-error a field that the exporter does not have
exporters.acme('c', { shop: 'x', size: 1 });

const cluster = new MdaiCluster(app, 'mdai');
const alert = cluster.hub('hub').alert('down', { expr: promql`up == 0`, labels: ['pod'], severity: 'warning' });
alert.label('pod');
// @ts-expect-error a label that the alert does not have
alert.label('node');

app.synth();
console.log(JSON.stringify({ objects: synthesize(chart).map(({ kind }) => kind), issues: issuesOf(chart) }));
