import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Collector, exporters, policy, processors, receivers, span } from '../../src/index';
import { type Release, releases } from '../../src/model/release';
import type { ProcessorConfig } from '../../src/presets/preset';
import { tool } from '../../tools/locate';
import { freePorts } from './kubernetes/ports';
import { Running, ready, Started, scratch, until, yamlFile } from './process';
import { type Attributes, attributes, received, send } from './processing/otlp';

const started = new Started();
afterAll(() => started.stop());

interface Trace {
  readonly spans?: number;
  readonly milliseconds?: number;
  readonly failed?: boolean;
  readonly attributes?: Attributes;
  readonly state?: string;
  readonly sampled?: boolean;
  readonly event?: string;
}

const traces: Readonly<Record<string, Trace>> = {
  plain: {},
  failed: { failed: true },
  second: { milliseconds: 1000 },
  longer: { milliseconds: 1001 },
  minute: { milliseconds: 60_000 },
  three: { spans: 3 },
  shop: { attributes: { service: 'shop', code: 404, beta: true } },
  shopping: { attributes: { service: 'shopping', code: 500, beta: false } },
  texts: { attributes: { service: 7, code: '404', beta: 'true' } },
  vendor: { state: 'vendor=a,other=b' },
  sampled: { sampled: true },
  exception: { event: 'exception' },
};
const names = Object.keys(traces);
const allBut = (...left: readonly string[]) => names.filter((name) => !left.includes(name));

interface Case {
  readonly policies: ProcessorConfig<'tail_sampling'>['policies'];
  readonly kept: readonly string[];
  /** What release 0.131.0 keeps, if not the same. */
  readonly kept131?: readonly string[];
  /** The first release that knows the policy. */
  readonly since?: Release;
}

const shop = policy.attribute('service', { values: ['shop'] });
const notShop = policy.attribute('service', { values: ['shop'], inverted: true }, 'other-service');

/** What is kept, by the name of the processor. */
const cases: Readonly<Record<string, Case>> = {
  always: { policies: [policy.always()], kept: names },
  errors: { policies: [policy.errors()], kept: ['failed'] },
  unset: { policies: [policy.statusCodes(['UNSET', 'OK'])], kept: allBut('failed') },
  'slow-over': {
    policies: [policy.slow({ over: '1s' })],
    kept: ['longer', 'minute'],
    kept131: ['second', 'longer', 'minute'],
  },
  'slow-between': { policies: [policy.slow({ over: '999ms', upTo: '2s' })], kept: ['second', 'longer'] },
  spans: { policies: [policy.spanCount({ min: 2 })], kept: ['three'] },
  'spans-between': { policies: [policy.spanCount({ min: 1, max: 2 })], kept: allBut('three') },
  exact: { policies: [shop], kept: ['shop'] },
  unanchored: { policies: [policy.attribute('service', { matching: ['hop'] })], kept: ['shop', 'shopping'] },
  anchored: { policies: [policy.attribute('service', { matching: ['^shop$'] })], kept: ['shop'] },
  number: { policies: [policy.numericAttribute('code', { min: 400, max: 499 })], kept: ['shop'] },
  'number-of-others': { policies: [policy.numericAttribute('code', { max: 499 })], kept: ['shop', 'texts'] },
  true: { policies: [policy.booleanAttribute('beta')], kept: ['shop'] },
  false: { policies: [policy.booleanAttribute('beta', { value: false })], kept: ['shopping', 'texts'] },
  state: { policies: [policy.traceState('vendor', ['a'])], kept: ['vendor'] },
  flags: { policies: [policy.traceFlags()], kept: ['sampled'], since: '0.159.0' },
  condition: { policies: [policy.condition(span.attribute('service').equals('shop'))], kept: ['shop'] },
  'condition-on-events': {
    policies: [policy.condition({ spanEvent: ['spanevent.name == "exception"'] })],
    kept: ['exception'],
  },
  nothing: { policies: [policy.probabilistic({ ratio: 0 })], kept: [] },
  everything: { policies: [policy.probabilistic({ ratio: 1 })], kept: names },
  inverted: { policies: [notShop], kept: allBut('shop') },
  'inverted-beside-one-that-keeps': {
    policies: [notShop, policy.always()],
    kept: names,
    kept131: allBut('shop'),
  },
  'inverted-beside-one-that-does-not': {
    policies: [notShop, policy.errors()],
    kept: allBut('shop'),
    kept131: ['failed'],
  },
  'not-inverted': { policies: [policy.not(notShop)], kept: ['shop'], since: '0.159.0' },
  and: { policies: [policy.and([shop, policy.booleanAttribute('beta')])], kept: ['shop'] },
  'and-inverted': { policies: [policy.and([notShop, policy.always()])], kept: allBut('shop') },
  'and-neither': { policies: [policy.and([shop, policy.errors()])], kept: [] },
  not: { policies: [policy.not(shop)], kept: allBut('shop'), since: '0.159.0' },
  drop: { policies: [policy.always(), policy.drop([shop, policy.booleanAttribute('beta')])], kept: allBut('shop') },
  composite: {
    policies: [
      policy.composite({
        spansPerSecond: 10_000,
        parts: [
          { policy: shop, share: 0.5 },
          { policy: policy.errors(), share: 0.5 },
        ],
      }),
    ],
    kept: ['shop', 'failed'],
  },
};

function casesOf(release: Release): readonly (readonly [name: string, of: Case])[] {
  return Object.entries(cases)
    .filter(([, { since }]) => since === undefined || release === since)
    .map(([name, of]) => [name, release === '0.131.0' ? { ...of, kept: of.kept131 ?? of.kept } : of]);
}

function idOf(name: string): string {
  return Buffer.from(name.padEnd(16, '.')).subarray(0, 16).toString('hex');
}

function spansOf(name: string, trace: Trace): readonly object[] {
  const start = 1_700_000_000_000;
  const end = start + (trace.milliseconds ?? 1);
  return Array.from({ length: trace.spans ?? 1 }, (_, i) => ({
    traceId: idOf(name),
    spanId: `eee19b7ec3c1b17${i}`,
    name,
    kind: 2,
    flags: trace.sampled ? 1 : 0,
    traceState: trace.state ?? '',
    startTimeUnixNano: `${start}000000`,
    endTimeUnixNano: `${end}000000`,
    attributes: attributes(trace.attributes ?? {}),
    ...(trace.failed && { status: { code: 2 } }),
    ...(trace.event && { events: [{ name: trace.event, timeUnixNano: `${start}000000` }] }),
  }));
}

test.each(releases)('the real collector %s keeps the traces that each policy is for', async (release) => {
  const [port = 0] = await freePorts(1);
  const folder = scratch();
  const otlp = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${port}` } } });
  const collector = new Collector(new Chart(new App(), 'telemetry'), 'sampler', {
    release,
    defaults: false,
    telemetry: { metrics: { level: 'none' } },
  });
  const file = (name: string) => join(folder, `${name}.json`);
  // It decides as late as the others: when its traces are there, theirs are.
  const last = { last: { policies: [policy.always()], kept: names } };
  for (const [name, { policies }] of [...casesOf(release), ...Object.entries(last)]) {
    collector.pipeline(`traces/${name}`, {
      from: [otlp],
      processors: [processors.tail_sampling(name, { decision_wait: '1s', policies })],
      to: [exporters.file(name, { path: file(name) })],
    });
  }
  const config = yamlFile(folder, 'collector.yaml', collector.toConfig());
  const program = new Running(tool(`otelcol-${release}`), [`--config=${config}`]);
  await started.add(ready(program).then(() => program));
  const all = Object.entries(traces).flatMap(([name, trace]) => spansOf(name, trace));
  await send(port, 'traces', { 'service.name': 'any' }, all);
  const kept = (name: string) =>
    [...new Set(received(file(name), 'traces').map(({ record }) => record.name as string))].sort();
  const complete = () => casesOf(release).every(([name, of]) => kept(name).length >= of.kept.length);
  await until(complete, 'all decisions', 20).catch(() => undefined);
  // The rest of what a processor keeps is sent when it stops.
  await program.stop();
  expect(Object.fromEntries(casesOf(release).map(([name]) => [name, kept(name)]))).toEqual(
    Object.fromEntries(casesOf(release).map(([name, of]) => [name, [...of.kept].sort()])),
  );
});
