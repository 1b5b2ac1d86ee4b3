// docs/collectors.md shows parts of this file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import {
  Collector,
  type ComponentType,
  connectors,
  env,
  exporters,
  extensions,
  log,
  MdaiApp,
  presets,
  processors,
  raw,
  receivers,
  secret,
  text,
} from 'cdk8s-mdai';
import { find, issuesOf, type Manifest, synthesize } from 'cdk8s-mdai/testing';
import { loadAll } from 'js-yaml';

const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const archive = exporters.otlp_http('archive', { endpoint: 'http://archive.storage.svc.cluster.local:4318' });

const quiet = processors.filter('quiet', { log_conditions: [log.severity.below('WARN')] });
const spans = connectors.count();
const gateway = new Collector(chart, 'gateway');
const shared = gateway.pipeline('logs/shared', { processors: [processors.batch()], to: [vendor] });
gateway.pipeline('logs', { from: [otlp], to: [shared, archive.through(quiet)] });
gateway.pipeline('traces', { from: [otlp], to: [vendor, spans] });
const totals = presets.runningTotals();
gateway.pipeline('metrics', { from: [spans], processors: totals, to: [exporters.prometheus()] });

const noise = processors.filter('noise', { log_conditions: [log.severity.below('INFO')] });
const hash = processors.attributes('hash', { actions: [{ key: 'user.id', action: 'hash' }] });
const tapped = new Collector(chart, 'tapped');
tapped
  .pipeline('logs', { from: [otlp], processors: [noise, hash], to: [vendor] })
  .tap('received', { to: archive })
  .tap('kept', { after: noise, to: archive })
  .tap('sent', { after: hash, to: archive });

const queue = extensions.file_storage('queue', { directory: '/var/lib/queue' });
const durable = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  sending_queue: { storage: queue },
});
const buffered = new Collector(chart, 'buffered', { mode: 'statefulset' });
buffered.pipeline('logs', { from: [otlp], to: [durable] });
buffered.enable(extensions.zpages());

const regional = exporters.otlp_http('regional', {
  endpoint: text`https://${env('REGION')}.vendor.example`,
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
});
const edge = new Collector(chart, 'edge', { env: { REGION: 'eu' } });
edge.pipeline('logs', { from: [otlp], to: [regional] });

declare module 'cdk8s-mdai' {
  interface Exporters {
    ledger: ComponentType<{ readonly account: string }, 'logs'>;
  }
}

const booked = exporters.ledger('eu', { account: 'acme' });
const warehouse = raw.exporter<'logs'>('doris/events', { endpoint: 'http://doris.example:8030' });
const custom = new Collector(chart, 'custom', { image: 'registry.example/collector:1.0.0' });
custom.pipeline('logs', { from: [otlp], to: [booked, warehouse] });

const bare = new Collector(chart, 'bare', { defaults: false });
const unlimited = new Collector(chart, 'unlimited', { defaults: { memoryLimiter: false } });
const older = new Collector(chart, 'older', { release: '0.131.0' });
for (const collector of [bare, unlimited, older]) collector.pipeline('logs', { from: [otlp], to: [vendor] });

interface Config {
  readonly service: { readonly pipelines: object };
  readonly [section: string]: object | undefined;
}

function configOf(collector: Collector): Config {
  return collector.toConfig() as unknown as Config;
}

function yaml(name: string): unknown {
  return loadAll(readFileSync(join(__dirname, name), 'utf8'))[0];
}

test('the program has no mistakes', () => {
  expect(issuesOf(chart)).toEqual([]);
});

test('each target becomes what the page says', () => {
  expect(configOf(gateway).service.pipelines).toEqual(yaml('targets.yaml'));
  expect(configOf(gateway).connectors).toEqual({ count: {}, 'forward/logs.shared': {}, 'forward/logs.archive': {} });
});

test('each tap becomes what the page says', () => {
  expect(configOf(tapped).service.pipelines).toEqual(yaml('taps.yaml'));
});

test('extensions join with the component that names them, and get their folder', () => {
  const { spec } = find(synthesize(chart), 'OpenTelemetryCollector', 'buffered');
  expect(spec.config.service.extensions).toEqual(['file_storage/queue', 'health_check', 'zpages']);
  expect(spec.config.exporters['otlp_http/vendor'].sending_queue).toEqual({ storage: 'file_storage/queue' });
  const [{ metadata }] = spec.volumeClaimTemplates;
  expect(spec.volumeMounts).toEqual([{ name: metadata.name, mountPath: '/var/lib/queue' }]);
});

test('references become environment variables', () => {
  const { spec } = find(synthesize(chart), 'OpenTelemetryCollector', 'edge');
  expect(spec.config.exporters['otlp_http/regional']).toEqual({
    endpoint: 'https://${env:REGION}.vendor.example',
    headers: { Authorization: 'Bearer ${env:VENDOR_TOKEN}' },
  });
  expect(spec.env.filter(({ name }: Manifest) => !name.startsWith('GOM'))).toEqual([
    { name: 'REGION', value: 'eu' },
    { name: 'VENDOR_TOKEN', valueFrom: { secretKeyRef: { name: 'vendor', key: 'token' } } },
  ]);
  expect(() => `Bearer ${secret('vendor', 'token')}`).toThrow("secret('vendor', 'token') was turned into a string.");
});

test('components that the catalogue lacks stand as they were given', () => {
  expect(configOf(custom).exporters).toEqual({
    'ledger/eu': { account: 'acme' },
    'doris/events': { endpoint: 'http://doris.example:8030' },
  });
});

test('what a collector gets of itself can be switched off', () => {
  expect(configOf(bare)).toEqual({
    receivers: { otlp: { protocols: { grpc: {}, http: {} } } },
    exporters: { 'otlp_http/vendor': { endpoint: 'https://in.vendor.example' } },
    service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_http/vendor'] } } },
  });
  expect(configOf(unlimited)).toMatchObject({ extensions: { health_check: {} } });
  expect(configOf(unlimited)).not.toHaveProperty('processors');
});

test('an older release gets the names that it knows', () => {
  expect(Object.keys(configOf(older).exporters ?? {})).toEqual(['otlphttp/vendor']);
  const { spec } = find(synthesize(chart), 'OpenTelemetryCollector', 'older');
  expect(spec.image).toMatch(/contrib:0\.131\.0$/);
});

test('without anything said, a configuration has what the page says', () => {
  const plain = new Chart(new App(), 'plain');
  new Collector(plain, 'gateway').pipeline('logs', { from: [otlp], to: [vendor] });
  const { config } = synthesize(plain)[0]!.spec;
  expect(config.processors).toEqual({
    memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 },
  });
  expect(config.extensions).toEqual({ health_check: { endpoint: '0.0.0.0:13133', path: '/' } });
  expect(config.service.telemetry.metrics.readers[0].pull.exporter.prometheus).toMatchObject({ port: 8888 });
});

test.each([
  [
    'two configurations of one id',
    'component-conflict',
    [vendor, exporters.otlp_http('vendor', { endpoint: 'http://a' })],
  ],
  ['two targets of one name with processing', 'component-conflict', [vendor.through(hash), vendor.through(noise)]],
  ['a misspelt type', 'component-type', [raw.exporter<'logs'>('otlp_htp', { endpoint: 'http://a' })]],
  ['a misspelt field', 'field-unknown', [raw.exporter<'logs'>('otlp_http', { endpont: 'http://a' })]],
  ['a value that YAML cannot hold', 'value-unsupported', [raw.exporter<'logs'>('acme', { nothing: null })]],
  [
    'a credential as plain text',
    'secret-literal',
    [exporters.otlp_http('x', { endpoint: 'https://a.example', headers: { Authorization: 'Bearer abc' } })],
  ],
  ['a variable that nothing sets', 'env-unknown', [exporters.otlp_http('x', { endpoint: env('NOWHERE') })]],
] as const)('%s is an issue: %s', (_, code, to) => {
  const collector = new Collector(new Chart(new App(), 'mistakes'), 'gateway');
  collector.pipeline('logs', { from: [otlp], to });
  expect(issuesOf(collector)).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
});

test('MdaiApp and App write the same objects', () => {
  const [one, other] = [MdaiApp, App].map((Type) => {
    const app = new Type();
    new Collector(new Chart(app, 'one'), 'gateway').pipeline('logs', { from: [otlp], to: [vendor] });
    return loadAll(app.synthYaml());
  });
  expect(one).toEqual(other);
});
