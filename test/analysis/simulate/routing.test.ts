import type { Release } from '../../../src/model/release';
import { collector, got, landed, log, logs, metrics, send, spans } from './run';

const error = { severityNumber: 17 };

/** A gateway whose routing connector has a table, and pipelines `a`, `b` and `rest`, each with an exporter of its name. */
function gateway(
  table: string,
  { signal = 'logs', defaults = '[logs/rest]', more = '', release = '0.159.0' as Release } = {},
) {
  const pipelines = ['a', 'b', 'rest']
    .map((name) => `${signal}/${name}: { receivers: [routing], exporters: [nop/${name}] }`)
    .join(', ');
  return collector(
    `
receivers: { otlp: { protocols: { http: { include_metadata: true } } } }
exporters: { nop/a: {}, nop/b: {}, nop/rest: {} }
connectors: { routing: { default_pipelines: ${defaults.replace('logs', signal)}, table: ${table}, ${more} } }
service: { pipelines: { ${signal}/in: { receivers: [otlp], exporters: [routing] }, ${pipelines} } }
`,
    release,
  );
}

const input = logs({ 'service.name': 'payments' }, log('one'), log('two', {}, error), log('three', { team: 'x' }));

test('the first row that matches takes the record, the default what is left', () => {
  const table = `[
    { context: log, condition: 'log.severity_number >= SEVERITY_NUMBER_ERROR', pipelines: [logs/a] },
    { context: log, condition: 'log.attributes["team"] == "x" or log.severity_number > 0', pipelines: [logs/b] }]`;
  expect(landed(send(gateway(table), input))).toEqual({ 'nop/a': ['two'], 'nop/b': ['three'], 'nop/rest': ['one'] });
});

test('a row that copies leaves the record to later rows and to the default', () => {
  const table = `[
    { context: log, action: copy, condition: 'log.severity_number >= 17', pipelines: [logs/a] },
    { context: resource, condition: 'resource.attributes["service.name"] == "payments"', pipelines: [logs/b] }]`;
  expect(landed(send(gateway(table), input))).toEqual({ 'nop/a': ['two'], 'nop/b': ['one', 'three', 'two'] });
});

test('without a default what no row takes is dropped, and said so', () => {
  const table = `[{ context: log, condition: 'log.severity_number >= 17', pipelines: [logs/a, logs/b] }]`;
  const result = send(gateway(table, { defaults: '[]' }), input, { record: true });
  expect(landed(result)).toEqual({ 'nop/a': ['two'], 'nop/b': ['two'] });
  expect(result.dropped).toEqual([{ collector: 'app/gateway', by: 'routing', count: 2 }]);
  expect(result.visits.get(0)?.map(({ event, component, pipeline }) => [event, component ?? pipeline])).toEqual([
    ['received', 'otlp'],
    ['entered', 'logs/in'],
    ['lost', 'routing'],
  ]);
});

test('a record says which row took it, and where it landed', () => {
  const table = `[{ context: log, condition: 'log.severity_number >= 17', pipelines: [logs/a] }]`;
  const { visits } = send(gateway(table), input, { record: true });
  expect(visits.get(1)).toEqual([
    { collector: 'app/gateway', component: 'otlp', event: 'received' },
    { collector: 'app/gateway', pipeline: 'logs/in', event: 'entered' },
    {
      collector: 'app/gateway',
      component: 'routing',
      event: 'moved',
      row: 0,
      condition: 'log.severity_number >= 17',
      pipelines: ['logs/a'],
    },
    { collector: 'app/gateway', pipeline: 'logs/a', event: 'entered' },
    { collector: 'app/gateway', component: 'nop/a', event: 'exported' },
  ]);
});

test('an error is no match, and is written down', () => {
  const table = `[
    { context: log, condition: 'HasPrefix(log.attributes["team"], "x")', pipelines: [logs/a] },
    { context: log, condition: 'true', pipelines: [logs/b] }]`;
  const result = send(gateway(table, { more: 'error_mode: ignore' }), input, { record: true });
  expect(landed(result)).toEqual({ 'nop/a': ['three'], 'nop/b': ['one', 'two'] });
  expect(result.visits.get(0)?.find(({ event }) => event === 'failed')).toMatchObject({
    row: 0,
    error: expect.any(String),
  });
});

test('an error that is propagated refuses the batch, and nothing arrives', () => {
  const table = `[{ context: log, condition: 'HasPrefix(log.attributes["team"], "x")', pipelines: [logs/a] }]`;
  const result = send(gateway(table, { more: 'error_mode: propagate' }), input);
  expect(result.deliveries).toEqual([]);
  expect(result.refused).toMatchObject([{ by: 'routing', count: 3 }]);
});

test.each([
  { release: '0.159.0' as Release, refused: 0 },
  { release: '0.131.0' as Release, refused: 1 },
])('by default $release refuses $refused batches for an error', ({ release, refused }) => {
  const table = `[{ context: log, condition: 'HasPrefix(attributes["team"], "x")', pipelines: [logs/a] }]`;
  expect(send(gateway(table, { release }), input).refused).toHaveLength(refused);
});

test('release 0.131.0 gives the records of a row with errors to the default, too, and refuses all the same', () => {
  const table = `[{ context: log, condition: 'HasPrefix(attributes["team"], "x")', pipelines: [logs/a] }]`;
  const result = send(gateway(table, { release: '0.131.0', more: 'error_mode: ignore' }), input);
  expect(landed(result)).toEqual({ 'nop/a': ['three'], 'nop/rest': ['one', 'three', 'two'] });
  expect(result.refused).toHaveLength(1);
});

test('but not what a row for requests took', () => {
  const table = `[
    { context: log, condition: 'HasPrefix(attributes["team"], "y")', pipelines: [logs/a] },
    { context: request, condition: 'request["t"] == "x"', pipelines: [logs/b] }]`;
  const result = send(gateway(table, { release: '0.131.0', more: 'error_mode: ignore' }), input, {
    metadata: { t: 'x' },
  });
  expect(landed(result)).toEqual({ 'nop/b': ['one', 'three', 'two'] });
});

test('a row that repeats an earlier one is ignored, prefixes or not', () => {
  const table = `[
    { context: log, condition: 'log.attributes["team"] == "x"', pipelines: [logs/a] },
    { context: log, condition: 'attributes["team"] == "x"', pipelines: [logs/b] }]`;
  expect(landed(send(gateway(table), input))).toEqual({ 'nop/a': ['three'], 'nop/rest': ['one', 'two'] });
});

test('without a context the paths decide, and paths without a prefix mean the resource', () => {
  const table = `[
    { condition: 'attributes["service.name"] == "other"', pipelines: [logs/a] },
    { condition: 'log.attributes["team"] == "x"', pipelines: [logs/b] }]`;
  expect(landed(send(gateway(table), input))).toEqual({ 'nop/b': ['three'], 'nop/rest': ['one', 'two'] });
});

test('a request decides on the whole batch', () => {
  const table = `[
    { context: request, condition: 'request["X-Tenant"] == "acme"', pipelines: [logs/a] },
    { context: otelcol, condition: 'otelcol.client.metadata["x-tenant"][0] == "umbrella"', pipelines: [logs/b] }]`;
  const sent = (metadata: Record<string, string>) => Object.keys(landed(send(gateway(table), input, { metadata })));
  expect(sent({ 'x-tenant': 'acme' })).toEqual(['nop/a']);
  expect(sent({ 'x-tenant': 'umbrella' })).toEqual(['nop/b']);
  expect(sent({})).toEqual(['nop/rest']);
});

test('the other comparison of a request needs the header, too', () => {
  const table = `[{ context: request, condition: 'request["x-tenant"] != "acme"', pipelines: [logs/a] }]`;
  const sent = (metadata: Record<string, string>) => Object.keys(landed(send(gateway(table), input, { metadata })));
  expect(sent({ 'x-tenant': 'umbrella' })).toEqual(['nop/a']);
  expect(sent({})).toEqual(['nop/rest']);
});

test('what contains a record comes along, and empty containers are removed', () => {
  const table = `[{ context: log, condition: 'log.body == "one"', pipelines: [logs/a] }]`;
  const document = {
    resourceLogs: [
      {
        resource: { attributes: [{ key: 'r', value: { stringValue: 'x' } }] },
        schemaUrl: 'of-resource',
        scopeLogs: [
          { scope: { name: 'first', version: '1' }, schemaUrl: 'of-scope', logRecords: [log('one')] },
          { scope: { name: 'empty' } },
          { scope: { name: 'second' }, logRecords: [log('two')] },
        ],
      },
      { resource: {} },
    ],
  };
  const result = send(gateway(table), document);
  expect(got(result, 'nop/a')).toMatchObject([
    { resourceLogs: [{ schemaUrl: 'of-resource', scopeLogs: [{ scope: { version: '1' }, schemaUrl: 'of-scope' }] }] },
  ]);
  expect(got(result, 'nop/rest')).toMatchObject([{ resourceLogs: [{ scopeLogs: [{ scope: { name: 'second' } }] }] }]);
  expect((got(result, 'nop/rest')[0] as { resourceLogs: unknown[] }).resourceLogs).toHaveLength(1);
});

test('a row of a lower level than the signal has matches nothing', () => {
  const table = `[{ context: log, condition: 'true', pipelines: [traces/a] }]`;
  const result = send(gateway(table, { signal: 'traces', defaults: '[traces/rest]' }), spans({}, { name: 'one' }));
  expect(landed(result)).toEqual({ 'nop/rest': ['one'] });
});

test('data points move one by one, in metrics like their own', () => {
  const table = `[{ context: datapoint, condition: 'datapoint.attributes["a"] == 1', pipelines: [metrics/a] }]`;
  const metric = {
    name: 'm',
    unit: 's',
    metadata: [{ key: 'k', value: { stringValue: 'v' } }],
    sum: {
      aggregationTemporality: 2,
      isMonotonic: true,
      dataPoints: [
        { asInt: 1, attributes: [{ key: 'a', value: { intValue: 1 } }] },
        { asInt: 2, attributes: [{ key: 'a', value: { intValue: 2 } }] },
      ],
    },
  };
  const result = send(gateway(table, { signal: 'metrics', defaults: '[metrics/rest]' }), metrics({}, metric));
  const sums = (exporter: string) =>
    (got(result, exporter) as { resourceMetrics: { scopeMetrics: { metrics: unknown[] }[] }[] }[]).flatMap((batch) =>
      batch.resourceMetrics.flatMap((resource) => resource.scopeMetrics.flatMap((scope) => scope.metrics)),
    );
  expect(sums('nop/a')).toEqual([
    {
      name: 'm',
      unit: 's',
      sum: {
        aggregationTemporality: 2,
        isMonotonic: true,
        dataPoints: [{ asInt: '1', attributes: [{ key: 'a', value: { intValue: '1' } }] }],
      },
    },
  ]);
  expect(sums('nop/rest')).toMatchObject([{ name: 'm', metadata: [{}], sum: { dataPoints: [{ asInt: '2' }] } }]);
});

test('a statement changes the record before it moves', () => {
  const table = `[{ context: resource, statement: 'delete_key(attributes, "service.name") where attributes["service.name"] == "payments"', pipelines: [logs/a] }]`;
  const [batch] = got(send(gateway(table), input), 'nop/a');
  expect(batch).toMatchObject({ resourceLogs: [{ resource: {} }] });
  expect(JSON.stringify(batch)).not.toContain('service.name');
});

test('what cannot be simulated is said, and what came there goes nowhere', () => {
  const table = `[{ context: log, condition: 'ExtractGrokPatterns(log.body, "%{WORD}") != nil', pipelines: [logs/a] }]`;
  const result = send(gateway(table), input, { record: true });
  expect(result.unsupported).toMatchObject([{ path: 'app/gateway/connectors/routing' }]);
  expect(result.deliveries).toEqual([]);
  expect(result.visits.get(0)?.at(-1)).toMatchObject({ component: 'routing', event: 'unsupported' });
});

test.each([
  {
    row: `{ context: request, condition: 'request["a"] = "b"', pipelines: [logs/a] }`,
    reason: 'it needs one == or !=',
  },
  {
    row: `{ context: request, condition: 'request["a"] == "b==c"', pipelines: [logs/a] }`,
    reason: 'it needs one == or !=',
  },
  {
    row: `{ context: request, condition: 'attributes["a"] == "b"', pipelines: [logs/a] }`,
    reason: 'it begins with request["name"]',
  },
  {
    row: `{ context: log, condition: 'true', pipelines: [logs/elsewhere] }`,
    reason: 'not all receive from the connector',
  },
  { row: `{ context: log, condition: 'log.body = "x"', pipelines: [logs/a] }`, reason: 'the collector refuses' },
])('$row is said to be refused: $reason', ({ row, reason }) => {
  expect(send(gateway(`[${row}]`), input).unsupported).toMatchObject([{ reason: expect.stringContaining(reason) }]);
});
