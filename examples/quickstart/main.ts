import { Chart } from 'cdk8s';
import { Collector, exporters, MdaiApp, receivers, secret, text } from 'cdk8s-mdai';

const app = new MdaiApp();
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const headers = { Authorization: text`Bearer ${secret('vendor', 'token')}` };
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example', headers });
const archive = exporters.otlp_http('archive', { endpoint: 'http://archive.storage.svc.cluster.local:4318' });
new Collector(chart, 'gateway').pipeline('logs', { from: [otlp], to: [vendor, archive] });
app.synth();
