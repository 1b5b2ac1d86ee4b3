import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { Collector, exporters, log, MdaiApp, processors, raw, receivers } from 'cdk8s-mdai';

test('all mistakes of a program come at once, each with its place and its fix', () => {
  const app = new MdaiApp({ outdir: join(__dirname, '../dist/mistakes') });
  const gateway = new Collector(new Chart(app, 'telemetry'), 'gateway');
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: { endpoint: '0.0.0.0:4317' } } });
  const vendor = raw.exporter<'logs'>('otlp_htp/vendor', { endpoint: 'https://in.vendor.example' });
  const archive = exporters.otlp_http('archive', { endpoint: 'https://${env:ARCHIVE_HOST}' });
  const spare = exporters.otlp_http('archive', { endpoint: 'https://archive.example', timeout: '5 seconds' });
  const errors = processors.filter('errors', { log_conditions: [log.severity.below('ERROR')] });
  gateway.pipeline('logs', { from: [otlp], processors: [processors.batch(), errors, errors], to: [vendor, archive] });
  gateway.pipeline('logs/spare', { from: [otlp], to: [spare] });
  gateway.pipeline('logs/unfed', { to: [archive] });
  const expected = readFileSync(join(__dirname, 'mistakes.txt'), 'utf8').trimEnd();
  expect(() => app.synth()).toThrow(new Error(expected));
});
