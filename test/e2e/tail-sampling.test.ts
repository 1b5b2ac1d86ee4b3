import { createHash } from 'node:crypto';
import { Pod } from './pods';
import { Started, until } from './process';
import { type SpanToSend, sendSpans } from './traffic';
import { Vendor } from './vendor';

const example = 'tail-sampling';

// A name has the same port for all its addresses, and here the samplers differ in the port.
const resolver = {
  dns: { hostname: 'sampler-collector-headless.telemetry.svc.cluster.local', port: '4317' },
};

const started = new Started();

let vendors: Vendor[];
let samplers: Pod[];
let balancer: Pod;

beforeAll(async () => {
  // Each sampler has a vendor of its own, which tells where a span went.
  vendors = [await started.add(Vendor.start()), await started.add(Vendor.start())];
  samplers = [];
  for (const { url } of vendors) samplers.push(await started.add(Pod.start(sampler(url))));
  const hostnames = samplers.map((pod) => `127.0.0.1:${pod.port(4317)}`);
  balancer = await started.add(
    Pod.start({
      example,
      collector: 'balancer',
      substitutions: [['exporters::load_balancing/sampler::resolver', resolver, { static: { hostnames } }]],
    }),
  );
});

function sampler(url: string) {
  return {
    example,
    collector: 'sampler',
    substitutions: [['exporters::otlp_http/vendor::endpoint', 'https://in.vendor.example', url]] as const,
  };
}

afterAll(() => started.stop());

/** The ids do not change from run to run, and so neither does what the sampler's hash of them keeps. */
function id(of: string, digits: number): string {
  return createHash('sha256').update(of).digest('hex').slice(0, digits);
}

const traces = Array.from({ length: 600 }, (_, i) => ({
  traceId: id(`trace ${i}`, 32),
  service: i % 3 === 0 ? 'shop' : 'payments',
  failed: i % 20 === 0,
}));

const depth = 3;

function spansAt(level: number): SpanToSend[] {
  return traces.map(({ traceId, service, failed }) => ({
    traceId,
    spanId: id(`${traceId} ${level}`, 16),
    ...(level > 0 && { parentSpanId: id(`${traceId} ${level - 1}`, 16) }),
    name: `level ${level}`,
    service,
    // Only the innermost span knows.
    failed: failed && level === depth - 1,
  }));
}

test('whole traces are kept: all that failed, and about a tenth of the others', async () => {
  // The spans of each trace come apart, as from several services.
  for (let level = 0; level < depth; level++) await sendSpans(balancer.port(4318), spansAt(level));
  const failed = traces.filter((trace) => trace.failed).map(({ traceId }) => traceId);
  const arrived = () => new Set(vendors.flatMap(({ spans }) => spans.map(({ traceId }) => traceId)));
  await until(() => failed.every((traceId) => arrived().has(traceId)), 'the traces that failed', 60);
  const healthy = () => [...arrived()].filter((traceId) => !failed.includes(traceId)).length;
  await until(() => healthy() >= 0.05 * (traces.length - failed.length), 'some of the others');
  await decided();
  expect(healthy()).toBeLessThanOrEqual(0.15 * (traces.length - failed.length));

  const [one = [], other = []] = vendors.map(({ spans }) => perTrace(spans));
  expect([...one, ...other].filter(([, count]) => count !== depth)).toEqual([]);
  expect(one.length).toBeGreaterThan(0);
  expect(other.length).toBeGreaterThan(0);
  const ids = new Set(one.map(([traceId]) => traceId));
  expect(other.filter(([traceId]) => ids.has(traceId))).toEqual([]);
});

function perTrace(spans: readonly { traceId: string; spanId: string }[]): [string, number][] {
  const counts = new Map<string, Set<string>>();
  for (const { traceId, spanId } of spans) counts.set(traceId, (counts.get(traceId) ?? new Set()).add(spanId));
  return [...counts].map(([traceId, ids]) => [traceId, ids.size]);
}

/** Waits until the samplers have decided about all traces. */
async function decided(): Promise<void> {
  const count = async (pod: Pod) => {
    const metrics = await served(pod.port(8888));
    return [...metrics.matchAll(/^otelcol_processor_tail_sampling_global_count_traces_sampled\S* (\d+)$/gm)]
      .map(([, value]) => Number(value))
      .reduce((sum, value) => sum + value, 0);
  };
  await until(
    async () => (await Promise.all(samplers.map(count))).reduce((a, b) => a + b, 0) >= traces.length,
    'all decisions',
  );
}

/** How many traces of each service the balancer says that there were. */
async function counted(): Promise<Record<string, number>> {
  const metrics = await served(balancer.port(8889));
  const pattern = /^trace_span_service_count_total\{.*service_name="(\w+)".*\} (\d+)$/gm;
  return Object.fromEntries([...metrics.matchAll(pattern)].map(([, service, value]) => [service, Number(value)]));
}

function root(name: string, time: number): SpanToSend {
  return { traceId: id(name, 32), spanId: id('root', 16), name, service: 'shop', time };
}

test('the traces of each service are counted under the name that the alert asks for', async () => {
  const count = (service: string) => traces.filter((trace) => trace.service === service).length;
  const before = { shop: count('shop'), payments: count('payments') };
  expect(await counted()).toEqual(before);
  await sendSpans(balancer.port(4318), [root('one more', Date.now())]);
  await until(async () => (await counted()).shop! > before.shop, 'one more');
  expect(await counted()).toEqual({ ...before, shop: before.shop + 1 });
});

test('a trace is counted that another pod of the service has sent late', async () => {
  const { shop = 0 } = await counted();
  await sendSpans(balancer.port(4318), [root('late', Date.now() - 60_000)]);
  await until(async () => (await counted()).shop === shop + 1, 'the late one', 3);
});

async function served(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}
