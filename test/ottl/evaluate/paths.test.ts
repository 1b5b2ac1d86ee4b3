import { releases } from '../../../src/model/release';
import { contexts, type OttlContext, type Place } from '../../../src/ottl/evaluate/place';
import { Id, Instant, OttlError, type OttlValue, Part, Unsupported } from '../../../src/ottl/evaluate/value';
import { language } from '../../../src/ottl/language';
import {
  emptyLog,
  exponentialPoint,
  fullEvent,
  fullLog,
  fullSpan,
  histogramPoint,
  metricOf,
  numberPoint,
  placeOf,
  pointPlace,
  summaryPoint,
} from './records';
import { evaluate, run } from './run';

const traceId = '0102030405060708090a0b0c0d0e0f10';
const otherTraceId = 'ffffffffffffffffffffffffffffffff';
const spanId = '0102030405060708';

/** The places whose records have something in every field. */
const places: Readonly<Record<OttlContext, () => Place>> = {
  resource: () => placeOf(),
  scope: () => placeOf(),
  log: () => placeOf({ log: fullLog() }),
  span: () => placeOf({ span: fullSpan() }),
  spanevent: () => placeOf({ span: fullSpan(), spanevent: fullEvent(), eventIndex: 3 }),
  metric: () => placeOf({ metric: metricOf({ kind: 'sum', points: [], temporality: 2, monotonic: true }) }),
  datapoint: () => pointPlace(histogramPoint()),
  otelcol: () => placeOf({ client: { metadata: new Map([['x-tenant', ['acme', 'b']]]) } }),
};

/** What otelcol.client.* needs of a connection is not simulated. */
const unsupported = ['client.addr', 'client.auth.attributes'];

describe.each(releases)('in %s', (release) => {
  test.each(contexts.filter((context) => language(release).contexts[context] !== undefined))(
    'every path of the %s context has a value',
    (context) => {
      const names = Object.keys(language(release).contexts[context]?.paths ?? {});
      expect(names.length).toBeGreaterThan(1);
      for (const name of names.filter((known) => !unsupported.includes(known))) {
        expect(evaluate(`${context}.${name}`, places[context](), { context, release })).toBeDefined();
      }
    },
  );
});

test.each(unsupported)('otelcol.%s is not supported', (name) => {
  expect(() => evaluate(`otelcol.${name}`, placeOf(), { context: 'otelcol' })).toThrow(Unsupported);
});

interface Settable {
  readonly context: OttlContext;
  readonly path: string;
  readonly is: OttlValue;
  /** In OTTL. */
  readonly to: string;
  readonly becomes: OttlValue;
}

const settable: readonly Settable[] = [
  { context: 'resource', path: 'resource.dropped_attributes_count', is: 7n, to: '1', becomes: 1n },
  { context: 'resource', path: 'resource.schema_url', is: 'https://resource.example', to: '"u"', becomes: 'u' },
  { context: 'resource', path: 'resource.attributes["service.name"]', is: 'pub', to: '5', becomes: 5n },
  { context: 'log', path: 'resource.attributes["new"]', is: null, to: '5', becomes: 5n },
  { context: 'scope', path: 'scope.name', is: 'lib', to: '"n"', becomes: 'n' },
  { context: 'scope', path: 'scope.version', is: '1.0', to: '"2"', becomes: '2' },
  { context: 'scope', path: 'scope.attributes["s"]', is: true, to: 'false', becomes: false },
  { context: 'scope', path: 'scope.dropped_attributes_count', is: 8n, to: '4294967297', becomes: 1n },
  { context: 'log', path: 'instrumentation_scope.schema_url', is: 'https://scope.example', to: '"u"', becomes: 'u' },
  {
    context: 'log',
    path: 'log.time',
    is: new Instant(1_700_000_000_000_000_001n),
    to: 'log.observed_time',
    becomes: new Instant(1_700_000_000_000_000_002n),
  },
  { context: 'log', path: 'log.time_unix_nano', is: 1_700_000_000_000_000_001n, to: '-1', becomes: -1n },
  {
    context: 'log',
    path: 'log.observed_time',
    is: new Instant(1_700_000_000_000_000_002n),
    to: 'log.time',
    becomes: new Instant(1_700_000_000_000_000_001n),
  },
  { context: 'log', path: 'log.observed_time_unix_nano', is: 1_700_000_000_000_000_002n, to: '9', becomes: 9n },
  { context: 'log', path: 'log.severity_number', is: 17n, to: 'SEVERITY_NUMBER_INFO', becomes: 9n },
  { context: 'log', path: 'log.severity_text', is: 'ERROR', to: '"I"', becomes: 'I' },
  { context: 'log', path: 'log.event_name', is: 'failed', to: '"e"', becomes: 'e' },
  { context: 'log', path: 'log.body["message"]', is: 'out of beer', to: 'true', becomes: true },
  { context: 'log', path: 'log.body.string', is: '{"message":"out of beer"}', to: '"b"', becomes: 'b' },
  { context: 'log', path: 'log.dropped_attributes_count', is: 3n, to: '4', becomes: 4n },
  { context: 'log', path: 'log.flags', is: 1n, to: '-1', becomes: 4294967295n },
  {
    context: 'log',
    path: 'log.trace_id',
    is: new Id('trace', traceId),
    to: 'log.trace_id',
    becomes: new Id('trace', traceId),
  },
  {
    context: 'log',
    path: 'log.trace_id.string',
    is: traceId,
    to: `"${otherTraceId.toUpperCase()}"`,
    becomes: otherTraceId,
  },
  { context: 'log', path: 'log.span_id.string', is: spanId, to: '"1112131415161718"', becomes: '1112131415161718' },
  { context: 'log', path: 'log.cache["a"]', is: null, to: '1.5', becomes: 1.5 },
  {
    context: 'span',
    path: 'span.parent_span_id',
    is: new Id('span', '1112131415161718'),
    to: 'span.span_id',
    becomes: new Id('span', spanId),
  },
  { context: 'span', path: 'span.trace_state', is: 'a=1,b=2', to: '"c=3"', becomes: 'c=3' },
  { context: 'span', path: 'span.trace_state["b"]', is: '2', to: '"3"', becomes: '3' },
  { context: 'span', path: 'span.trace_state["none"]', is: '', to: '"3"', becomes: '3' },
  { context: 'span', path: 'span.name', is: 'GET /pub', to: '"n"', becomes: 'n' },
  { context: 'span', path: 'span.kind', is: 2n, to: 'SPAN_KIND_CLIENT', becomes: 3n },
  { context: 'span', path: 'span.kind.string', is: 'Server', to: '"Consumer"', becomes: 'Consumer' },
  {
    context: 'span',
    path: 'span.kind.deprecated_string',
    is: 'SPAN_KIND_SERVER',
    to: '"SPAN_KIND_INTERNAL"',
    becomes: 'SPAN_KIND_INTERNAL',
  },
  { context: 'span', path: 'span.start_time', is: new Instant(10n), to: 'span.end_time', becomes: new Instant(20n) },
  { context: 'span', path: 'span.end_time_unix_nano', is: 20n, to: '30', becomes: 30n },
  { context: 'span', path: 'span.dropped_events_count', is: 2n, to: '0', becomes: 0n },
  { context: 'span', path: 'span.dropped_links_count', is: 4n, to: '0', becomes: 0n },
  { context: 'span', path: 'span.status.code', is: 2n, to: 'STATUS_CODE_OK', becomes: 1n },
  { context: 'span', path: 'span.status.message', is: 'no beer', to: '""', becomes: '' },
  { context: 'span', path: 'span.flags', is: 257n, to: '1', becomes: 1n },
  { context: 'spanevent', path: 'spanevent.name', is: 'retry', to: '"n"', becomes: 'n' },
  { context: 'spanevent', path: 'spanevent.time_unix_nano', is: 5n, to: '6', becomes: 6n },
  { context: 'spanevent', path: 'spanevent.attributes["n"]', is: 2n, to: '[1]', becomes: [1n] },
  { context: 'spanevent', path: 'spanevent.dropped_attributes_count', is: 6n, to: '1', becomes: 1n },
  { context: 'spanevent', path: 'span.name', is: 'GET /pub', to: '"n"', becomes: 'n' },
  { context: 'metric', path: 'metric.name', is: 'pints', to: '"n"', becomes: 'n' },
  { context: 'metric', path: 'metric.description', is: 'served', to: '"d"', becomes: 'd' },
  { context: 'metric', path: 'metric.unit', is: '1', to: '"u"', becomes: 'u' },
  { context: 'metric', path: 'metric.type', is: 2n, to: '1', becomes: 2n },
  {
    context: 'metric',
    path: 'metric.aggregation_temporality',
    is: 2n,
    to: 'AGGREGATION_TEMPORALITY_DELTA',
    becomes: 1n,
  },
  { context: 'metric', path: 'metric.is_monotonic', is: true, to: 'false', becomes: false },
  { context: 'metric', path: 'metric.metadata["k"]', is: 'v', to: '0x01', becomes: Uint8Array.of(1) },
  { context: 'datapoint', path: 'datapoint.count', is: 3n, to: '-1', becomes: -1n },
  { context: 'datapoint', path: 'datapoint.sum', is: 4.5, to: '1.5', becomes: 1.5 },
  { context: 'datapoint', path: 'datapoint.time_unix_nano', is: 2n, to: '3', becomes: 3n },
  {
    context: 'datapoint',
    path: 'datapoint.start_time',
    is: new Instant(1n),
    to: 'datapoint.time',
    becomes: new Instant(2n),
  },
  { context: 'datapoint', path: 'datapoint.flags', is: 1n, to: 'FLAG_NONE', becomes: 0n },
  { context: 'datapoint', path: 'metric.name', is: 'pints', to: '"n"', becomes: 'n' },
];

test.each(settable)('$path is read and set', ({ context, path, is, to, becomes }) => {
  const place = places[context]();
  expect(evaluate(path, place, { context })).toEqual(is);
  run(`set(${path}, ${to})`, place, { context });
  expect(evaluate(path, place, { context })).toEqual(becomes);
});

const wrong = [
  { context: 'log', path: 'log.severity_number', value: '"9"' },
  { context: 'log', path: 'log.severity_text', value: '9' },
  { context: 'log', path: 'log.time', value: '9' },
  { context: 'log', path: 'log.time_unix_nano', value: 'log.time' },
  { context: 'log', path: 'log.trace_id', value: 'log.span_id' },
  { context: 'log', path: 'log.body', value: 'log.time' },
  { context: 'log', path: 'log.attributes', value: '"text"' },
  { context: 'span', path: 'span.status', value: '1' },
  { context: 'span', path: 'span.events', value: '[]' },
  { context: 'metric', path: 'metric.is_monotonic', value: '1' },
  { context: 'datapoint', path: 'datapoint.value_int', value: '1' },
  { context: 'datapoint', path: 'datapoint.scale', value: '1' },
  { context: 'datapoint', path: 'datapoint.bucket_counts', value: '["a"]' },
] as const;

describe('a value that a path cannot hold', () => {
  test.each(wrong)('is an error: $path, $value', ({ context, path, value }) => {
    const place = places[context]();
    expect(() => run(`set(${path}, ${value})`, place, { context })).toThrow(OttlError);
    expect(place).toStrictEqual(places[context]());
  });

  test.each(wrong)('is ignored by older releases: $path, $value', ({ context, path, value }) => {
    const place = places[context]();
    expect(run(`set(${path}, ${value})`, place, { context, release: '0.131.0' })).toBe(true);
    expect(place).toStrictEqual(places[context]());
  });
});

test.each([
  { path: 'log.trace_id.string', value: '"01"' },
  { path: 'log.span_id.string', value: '"010203040506070x"' },
])('$path is set to hexadecimal digits only', ({ path, value }) => {
  expect(() => run(`set(${path}, ${value})`, places.log())).toThrow('hexadecimal digits');
});

test('a kind of spans that there is not is an error', () => {
  expect(() => run('set(span.kind.string, "server")', places.span(), { context: 'span' })).toThrow('server');
});

test.each(['otelcol.client.metadata', 'otelcol.grpc.metadata["a"]'])('%s is read only', (path) => {
  expect(() => run(`set(${path}, 1)`, places.log())).toThrow('read only');
});

describe('the metadata of a request', () => {
  const place = places.otelcol();

  test.each([
    { path: 'otelcol.client.metadata["X-Tenant"]', value: ['acme', 'b'] },
    { path: 'otelcol.client.metadata["x-tenant"][1]', value: 'b' },
    { path: 'otelcol.client.metadata["none"]', value: null },
    { path: 'otelcol.client.metadata["none"][0]', value: null },
    { path: 'otelcol.grpc.metadata["x-tenant"]', value: null },
  ])('$path', ({ path, value }) => {
    expect(evaluate(path, place, { context: 'otelcol' })).toEqual(value);
  });

  test('has no more values than there are', () => {
    expect(() => evaluate('otelcol.client.metadata["x-tenant"][2]', place)).toThrow('out of bounds');
  });

  test('is not known to older releases', () => {
    expect(() => evaluate('otelcol.client.metadata["a"]', place, { release: '0.131.0' })).toThrow('no path');
  });
});

describe('the value of a data point', () => {
  test.each([
    { value: 5n, int: 5n, double: 0 },
    { value: 1.5, int: 0n, double: 1.5 },
    { value: null, int: 0n, double: 0 },
  ])('$value', ({ value, int, double }) => {
    const place = pointPlace(numberPoint(value));
    expect(evaluate('datapoint.value_int', place, { context: 'datapoint' })).toBe(int);
    expect(evaluate('datapoint.value_double', place, { context: 'datapoint' })).toBe(double);
  });
});

test.each([
  { path: 'datapoint.count', point: numberPoint(1n) },
  { path: 'datapoint.value_int', point: summaryPoint() },
  { path: 'datapoint.exemplars', point: summaryPoint() },
  { path: 'datapoint.scale', point: histogramPoint() },
  { path: 'datapoint.bucket_counts', point: exponentialPoint() },
  { path: 'datapoint.quantile_values', point: histogramPoint() },
])('$path is nothing on a point of another kind', ({ path, point }) => {
  expect(evaluate(path, pointPlace(point), { context: 'datapoint' })).toBeNull();
});

test('the counts of buckets are set to a list of ints', () => {
  const place = pointPlace(exponentialPoint());
  run('set(datapoint.negative.bucket_counts, [1, 2])', place, { context: 'datapoint' });
  expect(place.datapoint).toMatchObject({ negative: { offset: -3, bucketCounts: [1n, 2n] } });
});

test('a part of a record is copied, and equals itself', () => {
  const place = pointPlace(exponentialPoint());
  run('set(datapoint.negative, datapoint.positive)', place, { context: 'datapoint' });
  expect(place.datapoint).toMatchObject({ negative: { offset: 3, bucketCounts: [1n] } });
  expect(evaluate('span.events', places.span(), { context: 'span' })).toBeInstanceOf(Part);
});

test('a span event says where it stands, if that is known', () => {
  expect(evaluate('spanevent.event_index', places.spanevent(), { context: 'spanevent' })).toBe(3n);
  const unknown = placeOf({ span: fullSpan(), spanevent: fullEvent() });
  expect(() => evaluate('spanevent.event_index', unknown, { context: 'spanevent' })).toThrow(OttlError);
});

test('times beyond int64 are negative', () => {
  const place = placeOf({ log: emptyLog({ time: 2n ** 64n - 1n }) });
  expect(evaluate('log.time_unix_nano', place)).toBe(-1n);
  expect(evaluate('log.time', place)).toEqual(new Instant(-1n));
});

test('a path without a prefix is one of the context', () => {
  expect(evaluate('severity_text', places.log())).toBe('ERROR');
  expect(evaluate('attributes["service.name"]', places.log(), { context: 'resource' })).toBe('pub');
});

test.each([
  { context: 'resource', path: 'log.body' },
  { context: 'log', path: 'log.bodi' },
  { context: 'log', path: 'log.severity_text["a"]' },
  { context: 'log', path: 'resource.cache' },
  { context: 'metric', path: 'datapoint.count' },
  { context: 'span', path: 'span.trace_state["a"]["b"]' },
] as const)('$path is refused in the $context context', ({ context, path }) => {
  expect(() => evaluate(path, places[context](), { context })).toThrow(OttlError);
});

test('spans have no flags in older releases', () => {
  expect(() => evaluate('span.flags', places.span(), { context: 'span', release: '0.131.0' })).toThrow('0.131.0');
});

test("older releases take the scope's schema for the resource's in the scope context", () => {
  expect(evaluate('resource.schema_url', placeOf(), { context: 'scope' })).toBe('https://resource.example');
  const older = { context: 'scope', release: '0.131.0' } as const;
  expect(evaluate('resource.schema_url', placeOf(), older)).toBe('https://scope.example');
});
