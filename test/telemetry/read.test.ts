import { readTelemetry } from '../../src/telemetry/read';
import { writeBatch } from '../../src/telemetry/write';

const value = (json: string) => {
  const text = `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":${json}}]}]}]}`;
  const [batch] = readTelemetry(text);
  if (batch?.signal !== 'logs') throw new Error('no logs');
  return batch.resources[0]?.scopes[0]?.records[0]?.body;
};

test.each([
  { json: '{"stringValue":"7"}', is: '7' },
  { json: '{"string_value":""}', is: '' },
  { json: '{"intValue":7}', is: 7n },
  { json: '{"intValue":"7"}', is: 7n },
  { json: '{"intValue":"-9223372036854775808"}', is: -(2n ** 63n) },
  { json: '{"intValue":9223372036854775807}', is: 2n ** 63n - 1n },
  { json: '{"doubleValue":7}', is: 7 },
  { json: '{"doubleValue":"0.5"}', is: 0.5 },
  { json: '{"doubleValue":"NaN"}', is: Number.NaN },
  { json: '{"doubleValue":"-Infinity"}', is: Number.NEGATIVE_INFINITY },
  { json: '{"doubleValue":0.12345678901234567890}', is: Number('0.1234567890123456789') },
  { json: '{"boolValue":false}', is: false },
  { json: '{"bytesValue":"/w=="}', is: Uint8Array.of(255) },
  { json: '{"arrayValue":{"values":[{"intValue":1},{}]}}', is: [1n, null] },
  { json: '{"arrayValue":{}}', is: [] },
  {
    json: '{"kvlistValue":{"values":[{"key":"a","value":{"stringValue":"b"}},{"key":"c"}]}}',
    is: new Map([
      ['a', 'b'],
      ['c', null],
    ] as never),
  },
  { json: '{"kvlistValue":{}}', is: new Map() },
  { json: '{}', is: null },
  { json: 'null', is: null },
  { json: '{"unknown":{"deep":[1,2]}}', is: null },
])('the value $json is read', ({ json, is }) => {
  expect(value(json)).toEqual(is);
});

test('digits in text stay what they are', () => {
  expect(value('{"stringValue":"a \\" 12345678901234567890 \\\\"}')).toBe('a " 12345678901234567890 \\');
});

test.each([
  {
    json: '{"intValue":1.5}',
    message: '$.resourceLogs[0].scopeLogs[0].logRecords[0].body.intValue: expected a whole number',
  },
  { json: '{"intValue":9223372036854775808}', message: 'expected a whole number from -9223372036854775808' },
  { json: '{"boolValue":"true"}', message: 'body.boolValue: expected true or false, found "true".' },
  { json: '{"bytesValue":"?"}', message: 'expected bytes in Base64' },
  { json: '{"kvlistValue":{"values":{}}}', message: 'body.kvlistValue.values: expected a list, found {}.' },
  { json: '7', message: 'body: expected an object, found 7.' },
])('the value $json is refused', ({ json, message }) => {
  expect(() => value(json)).toThrow(message);
});

test('ids are hexadecimal of the right length, in any case', () => {
  const read = (traceId: string) => readTelemetry({ resourceSpans: [{ scopeSpans: [{ spans: [{ traceId }] }] }] });
  expect(read('ABCDEF0123456789abcdef0123456789')[0]?.resources[0]?.scopes[0]?.records[0]).toMatchObject({
    traceId: 'abcdef0123456789abcdef0123456789',
    spanId: '0000000000000000',
  });
  expect(() => read('abc')).toThrow('spans[0].traceId: expected 32 hexadecimal digits, found "abc".');
});

test('enumerations are numbers or names', () => {
  const [batch] = readTelemetry({
    resource_spans: [
      {
        scope_spans: [
          {
            spans: [
              { kind: 'SPAN_KIND_SERVER', status: { code: 2 } },
              { kind: 3, status: { code: 'STATUS_CODE_OK' } },
            ],
          },
        ],
      },
    ],
  });
  expect(batch?.resources[0]?.scopes[0]?.records).toMatchObject([
    { kind: 2, status: { code: 2 } },
    { kind: 3, status: { code: 1 } },
  ]);
  const severities = ['SEVERITY_NUMBER_TRACE', 'SEVERITY_NUMBER_INFO2', 'SEVERITY_NUMBER_FATAL4', 17];
  const [logs] = readTelemetry({
    resourceLogs: [{ scopeLogs: [{ logRecords: severities.map((severityNumber) => ({ severityNumber })) }] }],
  });
  expect(
    logs?.resources[0]?.scopes[0]?.records.map((record) => (record as { severityNumber: number }).severityNumber),
  ).toEqual([1, 10, 24, 17]);
  expect(() => readTelemetry({ resourceSpans: [{ scopeSpans: [{ spans: [{ kind: 'SERVER' }] }] }] })).toThrow(
    'kind: expected',
  );
});

test('records are numbered in the order of the input, over all its documents', () => {
  const logs = { resourceLogs: [{ scopeLogs: [{ logRecords: [{}, {}] }, { logRecords: [{}] }] }] };
  const metrics = {
    resourceMetrics: [
      { scopeMetrics: [{ metrics: [{ gauge: { dataPoints: [{}, {}] } }, {}, { summary: { dataPoints: [{}] } }] }] },
    ],
  };
  const batches = readTelemetry(`${JSON.stringify(logs)}\n\n${JSON.stringify(metrics)}\n`);
  expect(batches.map(({ signal }) => signal)).toEqual(['logs', 'metrics']);
  expect(JSON.stringify(batches, (_, it) => (typeof it === 'bigint' ? String(it) : it)).match(/"origin":\d+/g)).toEqual(
    [0, 1, 2, 3, 4, 5].map((origin) => `"origin":${origin}`),
  );
});

test('of an attribute that occurs twice the first counts', () => {
  const pair = (text: string) => ({ key: 'a', value: { stringValue: text } });
  const [batch] = readTelemetry({ resourceLogs: [{ resource: { attributes: [pair('first'), pair('second')] } }] });
  expect(batch?.resources[0]?.resource.attributes).toEqual(new Map([['a', 'first']]));
});

test.each([
  { text: '{', message: 'the input is no JSON' },
  { text: '{"resourceLogs":[]}\n{"resourceLogs":', message: 'line 2 is no JSON' },
  { text: '{"logs":[]}', message: '$: expected an object with "resourceLogs"' },
  { text: '[{"resourceLogs":[]},7]', message: '$[1]: expected an object' },
  {
    text: '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":-1}]}]}]}',
    message: 'timeUnixNano: expected a whole number from 0',
  },
])('$text is refused', ({ text, message }) => {
  expect(() => readTelemetry(text)).toThrow(message);
});

const everything = {
  resourceMetrics: [
    {
      resource: { attributes: [{ key: 'r', value: { intValue: '9007199254740993' } }], droppedAttributesCount: 1 },
      scopeMetrics: [
        {
          scope: { name: 'n', version: 'v', attributes: [{ key: 's', value: { bytesValue: 'AQI=' } }] },
          metrics: [
            {
              name: 'gauge',
              description: 'd',
              unit: 'u',
              gauge: { dataPoints: [{ timeUnixNano: '18446744073709551615', asDouble: 0.5 }] },
            },
            {
              name: 'sum',
              sum: {
                dataPoints: [
                  {
                    startTimeUnixNano: '1',
                    asInt: '-3',
                    exemplars: [
                      {
                        filteredAttributes: [{ key: 'e', value: { boolValue: true } }],
                        timeUnixNano: '2',
                        asDouble: 'NaN',
                        traceId: '0102030405060708090a0b0c0d0e0f10',
                        spanId: '0102030405060708',
                      },
                    ],
                    flags: 1,
                  },
                ],
                aggregationTemporality: 2,
                isMonotonic: true,
              },
            },
            {
              name: 'histogram',
              histogram: {
                dataPoints: [
                  { count: '3', sum: 0, bucketCounts: ['1', '0', '2'], explicitBounds: [0, 10], min: 1, max: 2 },
                ],
                aggregationTemporality: 1,
              },
            },
            {
              name: 'exponential',
              exponentialHistogram: {
                dataPoints: [
                  {
                    count: '3',
                    scale: -1,
                    zeroCount: '1',
                    positive: { offset: 2, bucketCounts: ['2'] },
                    negative: {},
                    zeroThreshold: 0.1,
                  },
                ],
                aggregationTemporality: 2,
              },
            },
            {
              name: 'summary',
              summary: { dataPoints: [{ count: '2', sum: 3, quantileValues: [{ quantile: 0.5, value: 1 }, {}] }] },
            },
            { name: 'nothing', metadata: [{ key: 'm', value: {} }] },
          ],
          schemaUrl: 'scope',
        },
      ],
      schemaUrl: 'resource',
    },
  ],
};

test('what is written is what was read', () => {
  const [batch] = readTelemetry(JSON.stringify(everything));
  if (batch === undefined) throw new Error('nothing read');
  expect(writeBatch(batch)).toEqual(everything);
});

test('spans are written as they were read', () => {
  const document = {
    resourceSpans: [
      {
        resource: {},
        scopeSpans: [
          {
            scope: {},
            spans: [
              {
                traceId: '0102030405060708090a0b0c0d0e0f10',
                spanId: '0102030405060708',
                traceState: 'ot=th:8',
                parentSpanId: '0807060504030201',
                flags: 1,
                name: 'n',
                kind: 2,
                startTimeUnixNano: '1',
                endTimeUnixNano: '2',
                droppedAttributesCount: 1,
                events: [{ timeUnixNano: '3', name: 'e', attributes: [{ key: 'a', value: { stringValue: '' } }] }],
                droppedEventsCount: 2,
                links: [
                  {
                    traceId: '0102030405060708090a0b0c0d0e0f10',
                    spanId: '0102030405060708',
                    traceState: 't=1',
                    flags: 1,
                  },
                ],
                droppedLinksCount: 3,
                status: { message: 'm', code: 2 },
              },
              { status: {} },
            ],
          },
        ],
      },
    ],
  };
  const [batch] = readTelemetry(document);
  if (batch === undefined) throw new Error('nothing read');
  expect(writeBatch(batch)).toEqual(document);
});
