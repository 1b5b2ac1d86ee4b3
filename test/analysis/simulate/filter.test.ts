import type { Release } from '../../../src/model/release';
import { attributes, got, landed, log, logs, metrics, send, spans, withProcessor } from './run';

const input = logs({ 'service.name': 'payments' }, log('one'), log('two', { team: 'x' }), log('three', { team: 'y' }));

test('a record that a condition is true for is dropped, and the condition is named', () => {
  const yaml = `{ error_mode: ignore, log_conditions: ['log.attributes["team"] == "x"', 'log.body == "three"'] }`;
  const result = send(withProcessor('filter', yaml), input, { record: true });
  expect(landed(result)).toEqual({ nop: ['one'] });
  expect(result.dropped).toEqual([
    { collector: 'app/gateway', by: 'filter', condition: 'log.attributes["team"] == "x"', count: 1 },
    { collector: 'app/gateway', by: 'filter', condition: 'log.body == "three"', count: 1 },
  ]);
  expect(result.visits.get(1)?.at(-1)).toMatchObject({
    event: 'dropped',
    pipeline: 'logs',
    component: 'filter',
    condition: 'log.attributes["team"] == "x"',
  });
  expect(result.visits.get(0)?.map(({ event }) => event)).toEqual(['received', 'entered', 'processed', 'exported']);
});

test('each condition has a context of its own, and a resource that goes takes its records along', () => {
  const yaml = `{ log_conditions: ['HasPrefix(log.attributes["team"], "x")', 'resource.attributes["service.name"] == "payments"'] }`;
  const result = send(withProcessor('filter', yaml), input, { record: true });
  expect(result.deliveries).toEqual([]);
  expect(result.dropped).toMatchObject([{ condition: 'resource.attributes["service.name"] == "payments"', count: 3 }]);
  // The records were not looked at any more.
  expect([...result.visits.values()].flat().filter(({ event }) => event === 'failed')).toEqual([]);
});

test('groups run one after the other, each with its own error mode', () => {
  const yaml = `
error_mode: ignore
log_conditions:
  - { context: log, conditions: ['attributes["team"] == "x"'] }
  - { error_mode: propagate, conditions: ['HasPrefix(log.attributes["team"], "y")'] }
`;
  const result = send(withProcessor('filter', yaml), input);
  expect(result.deliveries).toEqual([]);
  expect(result.refused).toMatchObject([{ by: 'filter' }]);
  const passing = logs({}, log('two', { team: 'x' }), log('three', { team: 'z' }));
  expect(landed(send(withProcessor('filter', yaml), passing))).toEqual({ nop: ['three'] });
});

test('an error that is ignored keeps the record, and is written down', () => {
  const yaml = `{ error_mode: ignore, logs: { log_record: ['HasPrefix(attributes["team"], "x")'] } }`;
  const result = send(withProcessor('filter', yaml), input, { record: true });
  expect(landed(result)).toEqual({ nop: ['one', 'three'] });
  expect(result.visits.get(0)?.find(({ event }) => event === 'failed')).toMatchObject({
    condition: 'HasPrefix(attributes["team"], "x")',
    error: expect.any(String),
  });
});

test.each([
  { release: '0.159.0' as Release, refused: 0 },
  { release: '0.131.0' as Release, refused: 1 },
])('by default $release refuses $refused batches for an error', ({ release, refused }) => {
  const yaml = `{ logs: { log_record: ['HasPrefix(attributes["team"], "x")'] } }`;
  expect(send(withProcessor('filter', yaml, 'logs', release), input).refused).toHaveLength(refused);
});

test('what contains nothing any more goes, and nobody is called with an empty batch', () => {
  const yaml = `{ log_conditions: ['log.body == "one"'] }`;
  expect(send(withProcessor('filter', yaml), logs({}, log('one'))).deliveries).toEqual([]);
  const twoScopes = {
    resourceLogs: [
      {
        scopeLogs: [
          { scope: { name: 'a' }, logRecords: [log('one')] },
          { scope: { name: 'b' }, logRecords: [log('two')] },
        ],
      },
      { scopeLogs: [{ logRecords: [log('one')] }] },
    ],
  };
  expect(got(send(withProcessor('filter', yaml), twoScopes))).toEqual([
    {
      resourceLogs: [
        { resource: {}, scopeLogs: [{ scope: { name: 'b' }, logRecords: [{ body: { stringValue: 'two' } }] }] },
      ],
    },
  ]);
});

test('a span whose events are all dropped stays', () => {
  const yaml = `{ traces: { spanevent: ['name == "e"'] } }`;
  const result = send(
    withProcessor('filter', yaml, 'traces'),
    spans({}, { name: 's', events: [{ name: 'e' }, { name: 'f' }, { name: 'e' }] }),
  );
  expect(got(result)).toMatchObject([
    { resourceSpans: [{ scopeSpans: [{ spans: [{ name: 's', events: [{ name: 'f' }] }] }] }] },
  ]);
});

test('a metric whose data points are all dropped goes', () => {
  const point = (a: number) => ({ asInt: a, attributes: attributes({ a }) });
  const input = metrics(
    {},
    { name: 'm', gauge: { dataPoints: [point(1), point(2)] } },
    { name: 'n', gauge: { dataPoints: [point(1)] } },
  );
  const yaml = `{ metric_conditions: ['datapoint.attributes["a"] == 1'] }`;
  const result = send(withProcessor('filter', yaml, 'metrics'), input);
  expect(landed(result)).toEqual({ nop: ['m'] });
  expect(result.dropped).toMatchObject([{ count: 2 }]);
});

test('what matched in the old ways is said to be unsupported, and passes', () => {
  const yaml = `{ logs: { include: { match_type: strict, bodies: [one] } } }`;
  const result = send(withProcessor('filter', yaml), input, { record: true });
  expect(result.unsupported).toEqual([
    { path: 'app/gateway/processors/filter', reason: '"logs.include" is not simulated' },
  ]);
  expect(landed(result)).toEqual({ nop: ['one', 'three', 'two'] });
  expect(result.visits.get(0)?.map(({ event }) => event)).toEqual(['received', 'entered', 'unsupported', 'exported']);
});
