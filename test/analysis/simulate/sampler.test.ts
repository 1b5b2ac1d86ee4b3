import * as fc from 'fast-check';
import { got, log, logs, send, spans, withProcessor } from './run';

const id = (n: number, digits: number) => n.toString(16).padStart(digits, '0');

/** Trace ids whose last 56 bits, which sampling looks at, lie evenly spread. */
const traceId = (n: number) => `${'1'.repeat(18)}${id((n * 0x9e3779b1) % 2 ** 32, 8)}${'0'.repeat(6)}`;

/** The spans that are kept, of those with the ids from 1. */
function kept(yaml: string, count: number, more: object = {}) {
  const all = Array.from({ length: count }, (_, i) => ({
    name: String(i),
    traceId: traceId(i + 1),
    spanId: id(i + 1, 16),
    ...more,
  }));
  const batches = got(send(withProcessor('probabilistic_sampler', yaml, 'traces'), spans({}, ...all)));
  return (
    batches as { resourceSpans: { scopeSpans: { spans: { name: string; traceState?: string }[] }[] }[] }[]
  ).flatMap((batch) => batch.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
}

test.each([
  { mode: 'hash_seed', percentage: 25, seed: 3 },
  { mode: 'proportional', percentage: 40, seed: 0 },
  { mode: 'equalizing', percentage: 75, seed: 0 },
])('$mode keeps about $percentage % of the traces, the same ones every time', ({ mode, percentage, seed }) => {
  const yaml = `{ mode: ${mode}, hash_seed: ${seed}, sampling_percentage: ${percentage} }`;
  const names = () => kept(yaml, 2000).map(({ name }) => name);
  expect(names()).toEqual(names());
  expect(Math.abs(names().length / 20 - percentage)).toBeLessThan(4);
});

test('a larger percentage keeps what a smaller one keeps', () => {
  const percentages = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map((pair) => pair.sort((a, b) => a - b));
  fc.assert(
    fc.property(
      percentages,
      fc.constantFrom('hash_seed', 'equalizing', 'proportional'),
      ([less = 0, more = 0], mode) => {
        const names = (percentage: number) =>
          kept(`{ mode: ${mode}, sampling_percentage: ${percentage} }`, 30).map(({ name }) => name);
        const larger = new Set(names(more));
        expect(names(less).filter((name) => !larger.has(name))).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  { mode: 'hash_seed', state: /^ot=rv:[0-9a-f]{14};th:8$/ },
  { mode: 'proportional', state: /^ot=th:8$/ },
  { mode: 'equalizing', state: /^ot=th:8$/ },
])('$mode writes into the trace state what it kept a span by', ({ mode, state }) => {
  const spans = kept(`{ mode: ${mode}, sampling_percentage: 50 }`, 40);
  expect(spans.length).toBeGreaterThan(0);
  for (const { traceState } of spans) expect(traceState).toMatch(state);
});

test('a span that was sampled before is sampled in proportion, or not again', () => {
  const before = { traceState: 'ot=th:8;rv:f0000000000000,vendor=x' };
  expect(kept('{ mode: proportional, sampling_percentage: 50 }', 1, before)).toMatchObject([
    { traceState: 'ot=rv:f0000000000000;th:c,vendor=x' },
  ]);
  expect(kept('{ mode: equalizing, sampling_percentage: 50 }', 1, before)).toMatchObject([
    { traceState: 'ot=rv:f0000000000000;th:8,vendor=x' },
  ]);
  expect(kept('{ mode: hash_seed, sampling_percentage: 99 }', 1, before)).toEqual([]);
  expect(kept('{ mode: hash_seed, sampling_percentage: 99, fail_closed: false }', 1, before)).toMatchObject([before]);
});

test.each([
  { priority: { intValue: 0 }, percentage: 100, is: 0 },
  { priority: { intValue: 1 }, percentage: 0, is: 1 },
  { priority: { stringValue: '0.5' }, percentage: 0, is: 1 },
  { priority: { stringValue: '0' }, percentage: 100, is: 0 },
  { priority: { doubleValue: -1 }, percentage: 100, is: 1 },
  { priority: { stringValue: 'much' }, percentage: 0, is: 0 },
])('the priority $priority of a span decides before $percentage %', ({ priority, percentage, is }) => {
  const attributes = [{ key: 'sampling.priority', value: priority }];
  expect(kept(`{ sampling_percentage: ${percentage} }`, 1, { attributes })).toHaveLength(is);
});

test('a log record is sampled by its trace, by an attribute, or lost without either', () => {
  const sampled = (yaml: string, record: object) =>
    send(withProcessor('probabilistic_sampler', yaml), logs({}, record));
  expect(sampled('{ sampling_percentage: 100 }', log('x')).dropped).toEqual([
    { collector: 'app/gateway', by: 'probabilistic_sampler', count: 1 },
  ]);
  expect(sampled('{ sampling_percentage: 100 }', log('x', {}, { traceId: id(7, 32) })).deliveries).toHaveLength(1);
  const byAttribute = '{ sampling_percentage: 100, attribute_source: record, from_attribute: k }';
  expect(got(sampled(byAttribute, log('x', { k: 'v' })))).toMatchObject([
    {
      resourceLogs: [
        {
          scopeLogs: [
            {
              logRecords: [
                {
                  attributes: [
                    { key: 'k' },
                    { key: 'sampling.randomness', value: { stringValue: expect.stringMatching(/^[0-9a-f]{14}$/) } },
                    { key: 'sampling.threshold', value: { stringValue: '0' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
  expect(sampled(byAttribute, log('x', { other: 'v' })).deliveries).toEqual([]);
});

test('the priority of a log record is a percentage of its own', () => {
  const yaml = '{ mode: proportional, sampling_percentage: 1, sampling_priority: p }';
  const record = log('x', { p: 100 }, { traceId: id(7, 32) });
  expect(
    send(withProcessor('probabilistic_sampler', yaml), logs({}, record, log('y', {}, { traceId: id(7, 32) }))).dropped,
  ).toMatchObject([{ count: 1 }]);
});
