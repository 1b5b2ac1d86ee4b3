import { App, Chart, Duration } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  connectors,
  exporters,
  extensions,
  log,
  MdaiHub,
  MdaiObserver,
  processors,
  raw,
  receivers,
  secret,
  text,
} from '../../src/index';
import { find, issuesOf, synthesize } from '../../src/testing';

const bare: CollectorProps = { defaults: false };
const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const batch = processors.batch();
const first = processors.filter('first', { log_conditions: [log.attribute('a').exists()] });
const second = processors.resource('second', { attributes: [{ key: 'b', value: 'c', action: 'upsert' }] });

function collector(props: CollectorProps = bare) {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  return new Collector(chart, 'gateway', props);
}

function pipelines(of: Collector) {
  return (of.toConfig().service as { pipelines: object }).pipelines;
}

test('components join the collector that uses them', () => {
  const gateway = collector();
  gateway.pipeline('logs', { from: [otlp], processors: [batch], to: [vendor] });
  expect(gateway.toConfig()).toEqual({
    receivers: { otlp: { protocols: { grpc: {} } } },
    processors: { batch: {} },
    exporters: { 'otlp_http/vendor': { endpoint: 'https://in.vendor.example' } },
    service: { pipelines: { logs: { receivers: ['otlp'], processors: ['batch'], exporters: ['otlp_http/vendor'] } } },
  });
});

test('by default the limiter comes first, sockets have addresses, and health and metrics are served', () => {
  const gateway = collector({});
  gateway.pipeline('logs', { from: [otlp], processors: [batch], to: [vendor] });
  expect(gateway.toConfig()).toMatchObject({
    receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
    extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
    service: {
      extensions: ['health_check'],
      pipelines: { logs: { processors: ['memory_limiter', 'batch'] } },
      telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888 } } } }] } },
    },
  });
});

test('one default can be switched off by its name', () => {
  const gateway = collector({ defaults: { memoryLimiter: false } });
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  expect(gateway.toConfig()).not.toHaveProperty('processors');
  expect(gateway.toConfig()).toHaveProperty('extensions');
});

test('a limiter of the user’s own takes the place of the default', () => {
  const gateway = collector({});
  const mine = processors.memory_limiter('mine', { check_interval: '1s', limit_mib: 100 });
  gateway.pipeline('logs', { from: [otlp], processors: [mine], to: [vendor] });
  expect(pipelines(gateway)).toMatchObject({ logs: { processors: ['memory_limiter/mine'] } });
});

test('a tap at the head listens to the same receivers, and leaves the pipeline as it is', () => {
  const gateway = collector();
  gateway.pipeline('logs', { from: [otlp], processors: [first], to: [vendor] }).tap('copy', { to: exporters.debug() });
  expect(pipelines(gateway)).toEqual({
    logs: { receivers: ['otlp'], processors: ['filter/first'], exporters: ['otlp_http/vendor'] },
    'logs/copy': { receivers: ['otlp'], exporters: ['debug'] },
  });
});

test('a tap behind the last processor is one more target', () => {
  const gateway = collector();
  gateway
    .pipeline('logs/in', { from: [otlp], processors: [first], to: [vendor] })
    .tap('copy', { after: first, to: exporters.debug() });
  expect(pipelines(gateway)).toEqual({
    'logs/in': {
      receivers: ['otlp'],
      processors: ['filter/first'],
      exporters: ['forward/logs.in.copy', 'otlp_http/vendor'],
    },
    'logs/in.copy': { receivers: ['forward/logs.in.copy'], exporters: ['debug'] },
  });
});

test('a tap in the midst divides the pipeline in two', () => {
  const gateway = collector();
  gateway
    .pipeline('logs', { from: [otlp], processors: [first, second], to: [vendor] })
    .tap('copy', { after: first, to: exporters.debug() });
  expect(pipelines(gateway)).toEqual({
    logs: {
      receivers: ['otlp'],
      processors: ['filter/first'],
      exporters: ['forward/logs.copy', 'forward/logs.after.copy'],
    },
    'logs/copy': { receivers: ['forward/logs.copy'], exporters: ['debug'] },
    'logs/after.copy': {
      receivers: ['forward/logs.after.copy'],
      processors: ['resource/second'],
      exporters: ['otlp_http/vendor'],
    },
  });
});

test('processing for one target alone has a pipeline of its own', () => {
  const gateway = collector();
  gateway.pipeline('logs', { from: [otlp], to: [vendor.through(first, second), exporters.debug()] });
  expect(pipelines(gateway)).toEqual({
    logs: { receivers: ['otlp'], exporters: ['forward/logs.vendor', 'debug'] },
    'logs/vendor': {
      receivers: ['forward/logs.vendor'],
      processors: ['filter/first', 'resource/second'],
      exporters: ['otlp_http/vendor'],
    },
  });
});

test('a pipeline is a target, in whichever order they are declared', () => {
  const gateway = collector();
  const shared = gateway.pipeline('logs/shared', { to: [vendor] });
  shared.tap('copy', { to: exporters.debug() });
  gateway.pipeline('logs', { from: [otlp], to: [shared] });
  expect(pipelines(gateway)).toEqual({
    logs: { receivers: ['otlp'], exporters: ['forward/logs.shared'] },
    'logs/shared': { receivers: ['forward/logs.shared'], exporters: ['otlp_http/vendor'] },
    'logs/shared.copy': { receivers: ['forward/logs.shared'], exporters: ['debug'] },
  });
});

test('extensions join with the component that names them, and are enabled', () => {
  const gateway = collector();
  const storage = extensions.file_storage('queue', { directory: '/var/lib/queue' });
  const queued = exporters.otlp_http('vendor', { endpoint: 'https://a', sending_queue: { storage } });
  gateway.pipeline('logs', { from: [otlp], to: [queued] }).owner;
  gateway.enable(extensions.zpages());
  expect(gateway.toConfig()).toMatchObject({
    exporters: { 'otlp_http/vendor': { sending_queue: { storage: 'file_storage/queue' } } },
    extensions: { 'file_storage/queue': { directory: '/var/lib/queue' }, zpages: {} },
    service: { extensions: ['file_storage/queue', 'zpages'] },
  });
});

test('a declared extension is written, but not enabled', () => {
  const gateway = collector();
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  gateway.declare(extensions.zpages(), exporters.debug('spare'));
  expect(gateway.toConfig()).toMatchObject({ extensions: { zpages: {} }, exporters: { 'debug/spare': {} } });
  expect(gateway.toConfig().service).not.toHaveProperty('extensions');
});

test('references become environment variables, durations text', () => {
  const gateway = collector();
  const secured = exporters.otlp_http('vendor', {
    endpoint: 'https://a',
    timeout: Duration.seconds(5),
    headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  });
  gateway.pipeline('logs', { from: [otlp], to: [secured] });
  const [object] = synthesize(Chart.of(gateway));
  expect(object!.spec.config.exporters['otlp_http/vendor']).toEqual({
    endpoint: 'https://a',
    timeout: '5s',
    headers: { Authorization: 'Bearer ${env:VENDOR_TOKEN}' },
  });
  expect(object!.spec.env).toEqual([
    { name: 'VENDOR_TOKEN', valueFrom: { secretKeyRef: { name: 'vendor', key: 'token' } } },
  ]);
});

test('a hub’s variable brings the hub’s label, its ConfigMap and its export', () => {
  const gateway = collector();
  const hub = new MdaiHub(Chart.of(gateway), 'hub');
  const noisy = hub.set('noisy');
  const filter = processors.filter({ log_conditions: [log.attribute('service').in(noisy)] });
  gateway.pipeline('logs', { from: [otlp], processors: [filter], to: [vendor] });
  const objects = synthesize(Chart.of(gateway));
  const object = find(objects, 'OpenTelemetryCollector', 'gateway');
  expect(object.metadata.labels).toEqual({ 'mydecisive.ai/hub-name': 'hub' });
  expect(object.spec.envFrom).toEqual([{ configMapRef: { name: 'hub-variables', optional: true } }]);
  expect(find(objects, 'MdaiHub', 'hub').spec.variables).toEqual([
    {
      key: 'noisy',
      type: 'computed',
      dataType: 'set',
      storageType: 'mdai-valkey',
      serializeAs: [{ name: 'NOISY', transformers: [{ type: 'join', join: { delimiter: '|' } }] }],
    },
  ]);
});

test('the same component twice is one; another of the same id is an issue', () => {
  const gateway = collector();
  gateway.pipeline('logs/a', { from: [otlp], to: [vendor] });
  gateway.pipeline('logs/b', { from: [receivers.otlp({ protocols: { grpc: {} } })], to: [vendor] });
  expect(issuesOf(gateway)).toEqual([]);
  gateway.pipeline('logs/c', { from: [otlp], to: [exporters.otlp_http('vendor', { endpoint: 'https://other' })] });
  expect(issuesOf(gateway)).toEqual([
    expect.objectContaining({
      code: 'component-conflict',
      path: 'telemetry/gateway/exporters/otlp_http/vendor',
      message: 'the exporter "otlp_http/vendor" has two configurations.',
    }),
  ]);
});

test('a pipeline of another collector throws at the call, naming both', () => {
  const chart = new Chart(new App(), 'telemetry');
  const one = new Collector(chart, 'one');
  const two = new Collector(chart, 'two');
  const foreign = one.pipeline('logs', { from: [otlp], to: [vendor] });
  const message =
    'The pipeline logs belongs to the collector telemetry/one, not to telemetry/two. Send to another collector through its inlet().';
  expect(() => two.pipeline('logs', { from: [otlp], to: [foreign] })).toThrow(message);
  expect(() => two.pipeline('logs', { from: [otlp], to: [vendor] }).tap('t', { to: foreign })).toThrow(message);
  const routing = raw.connector<'logs', 'logs'>('routing', { default_pipelines: [foreign] });
  expect(() => two.pipeline('logs/x', { from: [otlp], to: [routing] })).toThrow(message);
});

test('an id twice throws, and so does one that is none', () => {
  const gateway = collector();
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  expect(() => gateway.pipeline('logs', { from: [otlp], to: [vendor] })).toThrow('has a pipeline logs already');
  expect(() => gateway.pipeline('logs/a b', { from: [otlp], to: [vendor] })).toThrow('"logs/a b" is no pipeline id');
});

test('a tap behind a processor that the pipeline lacks is an issue', () => {
  const gateway = collector();
  gateway
    .pipeline('logs', { from: [otlp], processors: [first], to: [vendor] })
    .tap('copy', { after: second, to: vendor });
  expect(issuesOf(gateway)).toEqual([
    expect.objectContaining({ code: 'anchor-missing', path: 'telemetry/gateway/logs' }),
  ]);
});

test('variables of two hubs are an issue', () => {
  const gateway = collector();
  const chart = Chart.of(gateway);
  const [a, b] = ['a', 'b'].map((name) => new MdaiHub(chart, name).set('noisy', { env: 'NOISY' }));
  const filter = processors.filter({ log_conditions: [log.attribute('x').in(a!).or(log.attribute('x').in(b!))] });
  gateway.pipeline('logs', { from: [otlp], processors: [filter], to: [vendor] });
  expect(issuesOf(gateway)).toContainEqual(
    expect.objectContaining({ code: 'hub-several', message: 'the collector reads variables of several hubs: a, b.' }),
  );
});

test('what YAML cannot hold is an issue, and nothing is lost in silence', () => {
  const gateway = collector();
  const config = { when: new Date(0), nothing: null, number: Number.NaN, run: () => 1 };
  gateway.pipeline('logs', { from: [otlp], to: [raw.exporter<'logs'>('acme', config)] });
  const paths = issuesOf(gateway)
    .filter(({ code }) => code === 'value-unsupported')
    .map(({ path, message }) => `${path}: ${message}`);
  expect(paths).toEqual([
    'telemetry/gateway/exporters/acme/when: an object of the class Date cannot be written to YAML.',
    'telemetry/gateway/exporters/acme/nothing: null cannot be written to YAML.',
    'telemetry/gateway/exporters/acme/number: NaN cannot be written to YAML.',
    'telemetry/gateway/exporters/acme/run: a function cannot be written to YAML.',
  ]);
});

test('two secrets in one environment variable are an issue', () => {
  const gateway = collector();
  const to = exporters.otlp_http('x', {
    endpoint: 'https://a',
    headers: { a: secret('a-b', 'c'), b: secret('a', 'b-c') },
  });
  gateway.pipeline('logs', { from: [otlp], to: [to] });
  expect(issuesOf(gateway)).toContainEqual(
    expect.objectContaining({ message: 'the environment variable A_B_C would hold two secrets.' }),
  );
});

test('traces into an observer with several measures are an issue', () => {
  const gateway = collector();
  const observer = new MdaiObserver(Chart.of(gateway), 'services');
  const [one] = ['one', 'two'].map((name) => observer.measure(name, { by: ['service'] }));
  gateway.pipeline('traces', { from: [otlp], to: [vendor, one!] });
  expect(issuesOf(gateway)).toContainEqual(
    expect.objectContaining({ code: 'observer-signals', path: 'telemetry/gateway/traces/one' }),
  );
});

test('an inlet balances over the pods of the other collector', () => {
  const gateway = collector();
  const chart = Chart.of(gateway);
  const entrance = receivers.otlp('in', { protocols: { grpc: { endpoint: '0.0.0.0:5317' } } });
  const tier = new Collector(chart, 'tier', bare);
  gateway.pipeline('traces', {
    from: [otlp],
    to: [tier.inlet(entrance), tier.inlet(entrance, { balanceBy: 'traceID' })],
  });
  expect(gateway.toConfig().exporters).toEqual({
    'otlp_grpc/tier-5317': {
      endpoint: 'dns:///tier-collector-headless.ns.svc.cluster.local:5317',
      balancer_name: 'round_robin',
      tls: { insecure: true },
    },
    'load_balancing/tier-5317': {
      routing_key: 'traceID',
      protocol: { otlp: { tls: { insecure: true } } },
      resolver: { dns: { hostname: 'tier-collector-headless.ns.svc.cluster.local', port: '5317' } },
    },
  });
  expect(() => tier.inlet(receivers.fluent_forward({ endpoint: 'x:1' }))).toThrow(
    'fluent_forward is no inlet: no exporter is known for it.',
  );
});

test('connectors join two pipelines', () => {
  const gateway = collector();
  const count = connectors.count();
  gateway.pipeline('traces', { from: [otlp], to: [count] });
  gateway.pipeline('metrics', { from: [count], to: [vendor] });
  expect(gateway.toConfig().connectors).toEqual({ count: {} });
  expect(issuesOf(gateway)).toEqual([]);
});

test('bounds of replicas that leave nothing to choose from are refused', () => {
  expect(() => collector({ replicas: { min: 5, max: 2 } })).toThrow(
    'telemetry/gateway: 5 to 2 replicas are none to choose from.',
  );
});

test('a type that is close to a known one is a mistake, but in an image of one’s own only worth a look', () => {
  const severities = ['acme.example/collector:1', undefined].map((image) => {
    const gateway = collector({ ...bare, image });
    gateway.pipeline('logs', { from: [otlp], to: [raw.exporter<'logs'>('files')] });
    return issuesOf(gateway).map(({ code, severity }) => `${code} ${severity}`);
  });
  expect(severities).toEqual([['component-type warning'], ['component-type error']]);
});

test('a secret as plain text is an issue that does not repeat it, and a reference is none', () => {
  const gateway = collector();
  const headers = {
    Authorization: 'Bearer hunter2',
    'X-Api-Key': 'hunter2',
    'X-Scope-OrgID': 'team',
    Cookie: text`a=${secret('s', 'c')}`,
  };
  const bearer = extensions.bearertokenauth({ token: 'hunter2' });
  const to = exporters.otlp_http('vendor', { endpoint: 'https://a', headers, auth: { authenticator: bearer } });
  gateway.pipeline('logs', { from: [otlp], to: [to] });
  expect(issuesOf(gateway).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'secret-literal telemetry/gateway/exporters/otlp_http/vendor/headers/Authorization',
    'secret-literal telemetry/gateway/exporters/otlp_http/vendor/headers/X-Api-Key',
    'secret-literal telemetry/gateway/extensions/bearertokenauth/token',
  ]);
  expect(JSON.stringify(issuesOf(gateway))).not.toContain('hunter2');
});

test('a variable of the environment that hides a secret is an issue, and one that repeats it is none', () => {
  const token = secret('vendor', 'token');
  const codes = ['plain', token].map((value) => {
    const gateway = collector({ ...bare, env: { VENDOR_TOKEN: value } });
    const to = exporters.otlp_http('vendor', { endpoint: 'https://a', headers: { Authorization: token } });
    gateway.pipeline('logs', { from: [otlp], to: [to] });
    return issuesOf(gateway).map(({ code, path }) => `${code} ${path}`);
  });
  expect(codes).toEqual([
    ['component-conflict telemetry/gateway/env/VENDOR_TOKEN', 'secret-literal telemetry/gateway/env/VENDOR_TOKEN'],
    [],
  ]);
});

test('what shows the inside of a collector stays on localhost, unless told otherwise', () => {
  const gateway = collector({});
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  gateway.enable(extensions.pprof(), extensions.zpages({ endpoint: '0.0.0.0:55679' }));
  expect(gateway.toConfig().extensions).toMatchObject({
    pprof: { endpoint: 'localhost:1777' },
    zpages: { endpoint: '0.0.0.0:55679' },
  });
});
