import { App, Chart } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  connectors,
  exporters,
  extensions,
  log,
  processors,
  receivers,
} from '../../src/index';
import { issuesOf } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const second = receivers.otlp('second', { protocols: { grpc: { endpoint: '0.0.0.0:5317' } } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.example' });
const batch = processors.batch();
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) =>
  processors.filter(name, { log_conditions: [log.attribute(name).exists()] }),
) as [ReturnType<typeof named>, ReturnType<typeof named>, ReturnType<typeof named>, ReturnType<typeof named>];

function named(name: string) {
  return processors.filter(name, {});
}

function collector(props: CollectorProps = { defaults: false }) {
  return new Collector(new Chart(new App(), 'telemetry'), 'gateway', props);
}

function logsOf(of: Collector, id = 'logs') {
  return (of.toConfig().service as { pipelines: Record<string, object> }).pipelines[id];
}

function gatewayWith(...given: ReturnType<typeof named>[]) {
  const gateway = collector();
  return { gateway, logs: gateway.pipeline('logs', { from: [otlp], processors: given, to: [vendor] }) };
}

test('processors are put before and behind another, in their order', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.before(a, b, c).after(a, d, batch);
  expect(logsOf(gateway)).toMatchObject({ processors: ['filter/b', 'filter/c', 'filter/a', 'filter/d', 'batch'] });
});

test('edits apply in the order of the calls, so that one can name what an earlier one brought', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.after(a, b).before(b, c).remove(a);
  expect(logsOf(gateway)).toMatchObject({ processors: ['filter/c', 'filter/b'] });
});

test('a source, a processor and a target are replaced by one of their kind', () => {
  const { gateway, logs } = gatewayWith(a, b);
  logs.replace(otlp, second).replace(a, c).replace(vendor, archive);
  expect(logsOf(gateway)).toEqual({
    receivers: ['otlp/second'],
    processors: ['filter/c', 'filter/b'],
    exporters: ['otlp_http/archive'],
  });
  expect(gateway.toConfig().exporters).toEqual({ 'otlp_http/archive': { endpoint: 'https://archive.example' } });
});

test('what was replaced stands for its replacement, for later edits and for taps', () => {
  const { gateway, logs } = gatewayWith(a, b);
  logs.tap('copy', { after: a, to: archive });
  logs.replace(a, c).replace(c, d).before(a, named('e'));
  expect(logsOf(gateway)).toMatchObject({ processors: ['filter/e', 'filter/d'] });
  expect(logsOf(gateway, 'logs/after.copy')).toMatchObject({ processors: ['filter/b'] });
  expect(issuesOf(gateway)).toEqual([]);
});

test('two replacements in a circle end', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.replace(a, b).replace(b, a).remove(b);
  expect(logsOf(gateway)).not.toHaveProperty('processors');
  logs.remove(a);
  expect(issuesOf(gateway)).toContainEqual(expect.objectContaining({ code: 'anchor-missing' }));
});

test('what is removed and used nowhere else leaves the configuration, with the extensions that it brought', () => {
  const gateway = collector();
  const storage = extensions.file_storage('queue', { directory: '/var/lib/queue' });
  const queued = exporters.otlp_http('queued', { endpoint: 'https://a', sending_queue: { storage } });
  const logs = gateway.pipeline('logs', { from: [otlp], processors: [a], to: [vendor, queued] });
  logs.remove(queued).remove(a);
  expect(gateway.toConfig()).toEqual({
    receivers: { otlp: { protocols: { grpc: {} } } },
    exporters: { 'otlp_http/vendor': { endpoint: 'https://in.vendor.example' } },
    service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_http/vendor'] } } },
  });
});

test('a target with processing of its own is edited by the target and by the processors', () => {
  const gateway = collector();
  const logs = gateway.pipeline('logs', { from: [otlp], to: [vendor.through(a, b)] });
  logs.after(a, c).remove(b).replace(vendor, archive);
  expect(logsOf(gateway, 'logs/archive')).toMatchObject({
    processors: ['filter/a', 'filter/c'],
    exporters: ['otlp_http/archive'],
  });
  logs.remove(a).remove(c);
  expect(logsOf(gateway)).toMatchObject({ exporters: ['otlp_http/archive'] });
  logs.add({ to: [vendor] }).remove(archive);
  expect(logsOf(gateway)).toMatchObject({ exporters: ['otlp_http/vendor'] });
});

test('sources, processors and targets are added behind the others', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.add({ from: [second], processors: [b], to: [archive] });
  expect(logsOf(gateway)).toEqual({
    receivers: ['otlp', 'otlp/second'],
    processors: ['filter/a', 'filter/b'],
    exporters: ['otlp_http/vendor', 'otlp_http/archive'],
  });
});

test('pipelines and connectors are members like others', () => {
  const gateway = collector();
  const shared = gateway.pipeline('logs/shared', { to: [vendor] });
  const count = connectors.count();
  const logs = gateway.pipeline('logs', { from: [otlp], to: [shared, count] });
  const metrics = gateway.pipeline('metrics', { from: [count], to: [vendor] });
  const other = connectors.count('other');
  logs.replace(count, other).replace(shared, archive);
  metrics.replace(count, other);
  expect(logsOf(gateway)).toMatchObject({ exporters: ['otlp_http/archive', 'count/other'] });
  expect(logsOf(gateway, 'metrics')).toMatchObject({ receivers: ['count/other'] });
});

describe('the memory limiter', () => {
  function limited() {
    const gateway = collector({});
    const logs = gateway.pipeline('logs', { from: [otlp], processors: [a], to: [vendor] });
    return { gateway, logs };
  }

  test('stays first', () => {
    const { gateway, logs } = limited();
    logs.before(a, b);
    expect(logsOf(gateway)).toMatchObject({ processors: ['memory_limiter', 'filter/b', 'filter/a'] });
  });

  test('is an anchor', () => {
    const { gateway, logs } = limited();
    logs.after(gateway.memoryLimiter, b);
    expect(logsOf(gateway)).toMatchObject({ processors: ['memory_limiter', 'filter/b', 'filter/a'] });
    logs.remove(gateway.memoryLimiter);
    expect(logsOf(gateway)).toMatchObject({ processors: ['filter/b', 'filter/a'] });
    expect(issuesOf(gateway)).toEqual([]);
  });

  test('gives way to one that takes its place', () => {
    const { gateway, logs } = limited();
    const mine = processors.memory_limiter('mine', { check_interval: '1s', limit_mib: 100 });
    logs.replace(gateway.memoryLimiter, mine);
    expect(logsOf(gateway)).toMatchObject({ processors: ['memory_limiter/mine', 'filter/a'] });
    const { gateway: other, logs: otherLogs } = limited();
    otherLogs.before(a, mine);
    expect(logsOf(other)).toMatchObject({ processors: ['memory_limiter/mine', 'filter/a'] });
  });

  test('comes with the first receiver', () => {
    const gateway = collector({});
    gateway.pipeline('logs', { to: [vendor] }).add({ from: [otlp] });
    expect(logsOf(gateway)).toMatchObject({ processors: ['memory_limiter'] });
  });
});

test('an anchor that the pipeline does not have is an issue that names what it has', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.before(b, c).replace(vendor, archive).remove(second);
  expect(issuesOf(gateway)).toEqual([
    {
      code: 'anchor-missing',
      severity: 'error',
      path: 'telemetry/gateway/logs',
      message: 'nothing can be put before the processor "filter/b", which this pipeline does not have.',
      fix: 'Name one of its processors: the processor "filter/a".',
    },
    expect.objectContaining({
      message: 'nothing is removed with the receiver "otlp/second", which this pipeline does not have.',
      fix: 'Name one of its members: the receiver "otlp", the processor "filter/a", the exporter "otlp_http/archive".',
    }),
  ]);
});

test('an equal component that was made again is another value, and the issue says so', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.after(named('a'), b);
  expect(issuesOf(gateway)).toEqual([
    expect.objectContaining({
      code: 'anchor-missing',
      fix: 'It has another value of that id. Keep the one that the pipeline was given in a variable, and name that.',
    }),
  ]);
});

test('a tap behind a processor that was removed is an issue', () => {
  const { gateway, logs } = gatewayWith(a);
  logs.tap('copy', { after: a, to: archive }).remove(a);
  expect(issuesOf(gateway)).toEqual([
    expect.objectContaining({
      code: 'anchor-missing',
      message: 'the tap "copy" stands after the processor "filter/a", which this pipeline does not have.',
    }),
  ]);
});

test('a pipeline of another collector throws at the call', () => {
  const chart = new Chart(new App(), 'telemetry');
  const foreign = new Collector(chart, 'one').pipeline('logs', { from: [otlp], to: [vendor] });
  const logs = new Collector(chart, 'two').pipeline('logs', { from: [otlp], to: [vendor] });
  expect(() => logs.add({ to: [foreign] })).toThrow('belongs to the collector telemetry/one');
  expect(() => logs.replace(vendor, foreign)).toThrow('belongs to the collector telemetry/one');
});

// Never called: the compiler is the test.
export function mistakes() {
  const { logs } = gatewayWith(a);
  const sampling = processors.tail_sampling({ policies: [] });
  const metrics = exporters.prometheus();
  // @ts-expect-error a processor of traces in a pipeline of logs
  logs.before(a, sampling);
  // @ts-expect-error a processor of traces as an anchor
  logs.after(sampling, a);
  // @ts-expect-error a target of metrics
  logs.add({ to: [metrics] });
  // @ts-expect-error a source by a processor
  logs.replace(otlp, a);
  // @ts-expect-error a processor by a target
  logs.replace(a, vendor);
  // @ts-expect-error a target by a source
  logs.replace(vendor, otlp);
  // @ts-expect-error a processor of another signal
  logs.remove(sampling);
}
