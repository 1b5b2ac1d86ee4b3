import { App, Chart, Duration } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  exporters,
  extensions,
  log,
  processors,
  raw,
  receivers,
  secret,
  text,
  unset,
} from '../../src/index';
import { find, issuesOf, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { a: '1', b: '2' },
  sending_queue: { queue_size: 10, num_consumers: 2 },
});
const hash = processors.attributes('hash', { actions: [{ key: 'user.id', action: 'hash' }] });

function collector(props: CollectorProps = { defaults: false }, chart = new Chart(new App(), 'telemetry')) {
  const gateway = new Collector(chart, 'gateway', props);
  gateway.pipeline('logs', { from: [otlp], processors: [hash], to: [vendor] });
  return gateway;
}

test('maps merge, values and lists replace, and undefined leaves alone', () => {
  const gateway = collector();
  gateway.override(vendor, { endpoint: undefined, headers: { b: '3', c: '4' }, sending_queue: { queue_size: 20 } });
  gateway.override(hash, { actions: [{ key: 'email', action: 'delete' }] });
  expect(gateway.toConfig()).toMatchObject({
    exporters: {
      'otlp_http/vendor': {
        endpoint: 'https://in.vendor.example',
        headers: { a: '1', b: '3', c: '4' },
        sending_queue: { queue_size: 20, num_consumers: 2 },
      },
    },
    processors: { 'attributes/hash': { actions: [{ key: 'email', action: 'delete' }] } },
  });
});

test('unset takes a key out', () => {
  const gateway = collector();
  gateway.override(vendor, { headers: unset, sending_queue: { num_consumers: unset }, retry_on_failure: {} });
  expect(gateway.toConfig().exporters).toEqual({
    'otlp_http/vendor': {
      endpoint: 'https://in.vendor.example',
      sending_queue: { queue_size: 10 },
      retry_on_failure: {},
    },
  });
});

test('overrides compose in the order of the calls', () => {
  const gateway = collector();
  gateway.override(vendor, { headers: { a: 'x', b: 'x' } }).override(vendor, { headers: { b: 'y' } });
  expect(gateway.toConfig()).toMatchObject({ exporters: { 'otlp_http/vendor': { headers: { a: 'x', b: 'y' } } } });
});

test('an override is for one collector, though several share the component', () => {
  const chart = new Chart(new App(), 'telemetry');
  const other = new Collector(chart, 'other', { defaults: false });
  other.pipeline('logs', { from: [otlp], to: [vendor] });
  collector({ defaults: false }, chart).override(vendor, { endpoint: 'https://eu.vendor.example' });
  expect(other.toConfig()).toMatchObject({
    exporters: { 'otlp_http/vendor': { endpoint: 'https://in.vendor.example' } },
  });
});

test('it is for every value of the id, because one id has one configuration', () => {
  const gateway = collector();
  const again = () => exporters.debug('again');
  gateway.pipeline('traces', { from: [otlp], to: [again()] });
  gateway.pipeline('metrics', { from: [otlp], to: [again()] });
  gateway.override(again(), { verbosity: 'detailed' });
  expect(gateway.toConfig()).toMatchObject({ exporters: { 'debug/again': { verbosity: 'detailed' } } });
  expect(issuesOf(gateway)).toEqual([]);
});

test('references, durations, conditions and extensions mean what they mean in a component', () => {
  const gateway = collector();
  const storage = extensions.file_storage('queue', { directory: '/var/lib/queue' });
  const noise = processors.filter('noise', { log_conditions: [log.severity.below('INFO')] });
  gateway.pipeline('logs/more', { from: [otlp], processors: [noise], to: [vendor] });
  gateway.override(vendor, {
    timeout: Duration.seconds(5),
    headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
    sending_queue: { storage },
  });
  gateway.override(noise, { log_conditions: [log.severity.below('WARN')] });
  gateway.override(storage, { timeout: '2s' });
  const { spec } = find(synthesize(Chart.of(gateway)), 'OpenTelemetryCollector', 'gateway');
  expect(spec.config).toMatchObject({
    exporters: {
      'otlp_http/vendor': {
        timeout: '5s',
        headers: { Authorization: 'Bearer ${env:VENDOR_TOKEN}' },
        sending_queue: { storage: 'file_storage/queue', queue_size: 10 },
      },
    },
    extensions: { 'file_storage/queue': { directory: '/var/lib/queue', timeout: '2s' } },
    service: { extensions: ['file_storage/queue'] },
  });
  expect(spec.config.processors['filter/noise'].log_conditions[0]).toContain('SEVERITY_NUMBER_WARN');
  expect(spec.env).toEqual([{ name: 'VENDOR_TOKEN', valueFrom: { secretKeyRef: { name: 'vendor', key: 'token' } } }]);
});

test('an extension that an override takes out does not join', () => {
  const gateway = new Collector(new Chart(new App(), 'telemetry'), 'gateway', { defaults: false });
  const storage = extensions.file_storage('queue', { directory: '/var/lib/queue' });
  const queued = exporters.otlp_http('queued', { endpoint: 'https://a', sending_queue: { storage } });
  gateway.pipeline('logs', { from: [otlp], to: [queued] });
  gateway.override(queued, { sending_queue: { storage: unset } });
  expect(gateway.toConfig()).not.toHaveProperty('extensions');
});

test('what the collector gets of itself is overridden by its handles', () => {
  const gateway = collector({});
  gateway.override(gateway.memoryLimiter, { limit_percentage: 70 }).override(gateway.healthCheck, { path: '/health' });
  expect(gateway.toConfig()).toMatchObject({
    processors: { memory_limiter: { check_interval: '1s', limit_percentage: 70, spike_limit_percentage: 25 } },
    extensions: { health_check: { endpoint: '0.0.0.0:13133', path: '/health' } },
  });
});

test('an override of what the collector does not use is an issue that names what it uses', () => {
  const gateway = collector();
  const archive = exporters.otlp_http('archive', { endpoint: 'https://a' });
  gateway.override(archive, { endpoint: 'https://b' }).override(archive, { timeout: '5s' });
  expect(issuesOf(gateway)).toEqual([
    {
      code: 'override-missing',
      severity: 'error',
      path: 'telemetry/gateway/exporters/otlp_http/archive',
      message: 'the exporter "otlp_http/archive" is overridden, but this collector does not use it.',
      fix: 'Use it in a pipeline, or take the override away. The exporters of this collector: "otlp_http/vendor".',
    },
  ]);
});

test('what YAML cannot hold is an issue in an override too', () => {
  const gateway = collector();
  gateway.override(raw.exporter<'logs'>('otlp_http/vendor'), { headers: { a: null } });
  expect(issuesOf(gateway)).toContainEqual(
    expect.objectContaining({
      code: 'value-unsupported',
      path: 'telemetry/gateway/exporters/otlp_http/vendor/headers/a',
    }),
  );
});

test('an override is checked like the component', () => {
  const gateway = collector();
  gateway.override(vendor, { sending_queue: { queue_size: -1 } });
  expect(issuesOf(gateway)).toContainEqual(
    expect.objectContaining({ path: 'telemetry/gateway/exporters/otlp_http/vendor/sending_queue/queue_size' }),
  );
});

// Never called: the compiler is the test.
export function mistakes() {
  const gateway = collector();
  // @ts-expect-error a field that does not exist
  gateway.override(vendor, { endpont: 'https://a' });
  // @ts-expect-error a field that does not exist, inside
  gateway.override(vendor, { sending_queue: { size: 1 } });
  // @ts-expect-error a value of another type
  gateway.override(vendor, { sending_queue: { queue_size: 'many' } });
  // @ts-expect-error an extension of another kind
  gateway.override(vendor, { sending_queue: { storage: extensions.zpages() } });
  // @ts-expect-error a part of an entry of a list, which is replaced as a whole
  gateway.override(hash, { actions: [{ key: 'a' }] });
  // @ts-expect-error a field that the memory limiter does not have
  gateway.override(gateway.memoryLimiter, { limit: 1 });
}
