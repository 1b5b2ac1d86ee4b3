import type { Release } from '../../../src/model/release';
import { got, log, logs, send, withProcessor } from './run';

const input = logs({ 'service.name': 'payments' }, log('one'), log('two', { team: 'x' }));

const records = (result: ReturnType<typeof send>) =>
  (got(result) as { resourceLogs: { scopeLogs: { logRecords: unknown[] }[] }[] }[]).flatMap((batch) =>
    batch.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)),
  );

test('a flat list of statements has the lowest context that its paths name', () => {
  const yaml = `{ log_statements: ['set(log.attributes["service"], resource.attributes["service.name"])', 'set(log.severity_text, "S")'] }`;
  expect(records(send(withProcessor('transform', yaml), input))).toMatchObject([
    { severityText: 'S', attributes: [{ key: 'service', value: { stringValue: 'payments' } }] },
    { severityText: 'S' },
  ]);
});

test('a group runs where one of its conditions is true', () => {
  const yaml = `
log_statements:
  - context: log
    conditions: ['attributes["team"] == "x"', 'body == "three"']
    statements: ['set(severity_text, "S")']
`;
  expect(records(send(withProcessor('transform', yaml), input))).toEqual([
    { body: { stringValue: 'one' } },
    expect.objectContaining({ severityText: 'S' }),
  ]);
});

test('a group goes over everything before the next one begins', () => {
  const yaml = `
log_statements:
  - { context: log, statements: ['set(resource.attributes["last"], body)'] }
  - { context: log, statements: ['set(severity_text, resource.attributes["last"])'] }
`;
  expect(records(send(withProcessor('transform', yaml), input))).toMatchObject([
    { severityText: 'two' },
    { severityText: 'two' },
  ]);
});

test('an error skips the statement, or refuses the batch', () => {
  const statements = `['set(log.attributes["a"], Split(log.attributes["team"], "-"))', 'set(log.severity_text, "S")']`;
  const ignoring = send(withProcessor('transform', `{ error_mode: ignore, log_statements: ${statements} }`), input, {
    record: true,
  });
  expect(records(ignoring)).toMatchObject([{ severityText: 'S' }, { severityText: 'S' }]);
  expect(ignoring.visits.get(0)?.find(({ event }) => event === 'failed')).toMatchObject({ component: 'transform' });
  const strict = send(withProcessor('transform', `{ error_mode: propagate, log_statements: ${statements} }`), input);
  expect(strict.deliveries).toEqual([]);
  expect(strict.refused).toMatchObject([{ by: 'transform', count: 2 }]);
});

test.each([
  { release: '0.159.0' as Release, refused: 0 },
  { release: '0.131.0' as Release, refused: 1 },
])('by default $release refuses $refused batches for an error', ({ release, refused }) => {
  const yaml = `{ log_statements: ['set(log.attributes["a"], Split(log.attributes["team"], "-"))'] }`;
  expect(send(withProcessor('transform', yaml, 'logs', release), input).refused).toHaveLength(refused);
});

test('statements of other signals do nothing', () => {
  const yaml = `{ trace_statements: ['set(span.name, "x")'] }`;
  expect(records(send(withProcessor('transform', yaml), input))).toHaveLength(2);
});

test('what does not parse is said, with what is wrong', () => {
  const { unsupported } = send(withProcessor('transform', `{ log_statements: ['set(log.body,'] }`), input);
  expect(unsupported).toMatchObject([
    {
      path: 'app/gateway/processors/transform',
      reason: expect.stringContaining('the collector refuses "set(log.body,"'),
    },
  ]);
});
