import type { CollectorModel } from '../../src/model/collector';
import type { Signal } from '../../src/model/signal';
import { type Draft, issueIn, issuesIn } from './models';

type Row = { condition?: string; statement?: string; context?: string; action?: string; pipelines?: string[] };

interface Options {
  readonly signal?: Signal;
  readonly connector?: object;
  readonly change?: (config: Draft) => void;
  readonly parts?: Partial<CollectorModel>;
}

/** `in` sends to a table whose rows send to `a`, and the rest to `b`. */
function routed(rows: readonly Row[], { signal = 'logs', connector, change }: Options = {}): (config: Draft) => void {
  return (config) => {
    config.connectors = {
      routing: {
        error_mode: 'ignore',
        default_pipelines: [`${signal}/b`],
        table: rows.map((row) => ({ pipelines: [`${signal}/a`], ...row })),
        ...connector,
      },
    };
    config.processors = {};
    config.service.pipelines = {
      [`${signal}/in`]: { receivers: ['otlp'], exporters: ['routing'] },
      [`${signal}/a`]: { receivers: ['routing'], exporters: ['debug'] },
      [`${signal}/b`]: { receivers: ['routing'], exporters: ['debug'] },
    };
    change?.(config);
  };
}

// What is said of a row's OTTL has tests of its own.
const issues = (rows: readonly Row[], options: Options = {}) =>
  issuesIn(routed(rows, options), options.parts).filter((one) => one.startsWith('routing-'));
const issue = (rows: readonly Row[], options: Options = {}) => issueIn(routed(rows, options), options.parts);

const resource = (condition: string, more: Row = {}): Row => ({ context: 'resource', condition, ...more });
const log = (condition: string, more: Row = {}): Row => ({ context: 'log', condition, ...more });
const a = (value: string) => `resource.attributes["a"] == "${value}"`;
const at = (code: string, row: number) => `${code} telemetry/gateway/connectors/routing/table/${row}`;

describe('rows that get nothing', () => {
  test('a table without mistakes', () => {
    expect(issues([resource(a('x')), resource(a('y')), log('log.severity_number >= SEVERITY_NUMBER_ERROR')])).toEqual(
      [],
    );
  });

  test('a row that is there twice is skipped', () => {
    const rows = [resource(a('x')), resource(a('x'), { pipelines: ['logs/b'] })];
    expect(issue(rows)).toEqual({
      code: 'routing-duplicate',
      severity: 'warning',
      path: 'telemetry/gateway/connectors/routing/table/1',
      at: ['connectors', 'routing', 'table', 1, 'pipelines', 0],
      message: 'the collector skips this row: it is the same as "table/0", and "logs/b" gets nothing of it.',
      fix: 'Remove it, or name all pipelines in "table/0".',
    });
  });

  test.each<{ says: string; rows: Row[]; parts?: Partial<CollectorModel> }>([
    { says: 'a copy', rows: [resource(a('x'), { action: 'copy' }), resource(a('x'))] },
    {
      says: 'a condition and its statement',
      rows: [resource(a('x')), { context: 'resource', statement: `route() where ${a('x')}` }],
    },
    { says: 'a context that is found, and one that is written', rows: [{ condition: a('x') }, resource(a('x'))] },
    {
      says: 'a request',
      rows: [1, 2].map(() => ({ context: 'request', condition: 'request["x"] == "y"' })),
    },
  ])('nor does it matter that it is $says', ({ rows }) => expect(issues(rows)).toEqual([at('routing-duplicate', 1)]));

  test('the same condition in another context is another row', () => {
    expect(issues([log(a('x'), { action: 'copy' }), resource(a('x'))])).toEqual([]);
  });

  test.each([
    `${a('x')} and ${a('y')}`,
    'log.severity_number > 20 and log.severity_number < 10',
    'log.severity_number == "17"',
    'IsMatch(log.body, "^a") and IsString(log.body) and HasPrefix(log.body, "b")',
    'false',
  ])('nothing can match %s', (condition) => expect(issues([log(condition)])).toEqual([at('routing-never', 0)]));

  test('a header is a list of values', () => {
    const row = { context: 'otelcol', condition: 'otelcol.client.metadata["x-tenant"] == "acme"' };
    const parts = { change: withMetadata };
    expect(issue([row], parts)).toEqual({
      code: 'routing-never',
      severity: 'warning',
      path: 'telemetry/gateway/connectors/routing/table/0',
      message: 'no record can match this condition.',
      fix: 'A header is a list of values: compare the first of them, `…metadata["name"][0] == "…"`.',
    });
    expect(issues([{ ...row, condition: row.condition.replace('"] ', '"][0] ') }], parts)).toEqual([]);
  });

  test('rows are shadowed by those before them', () => {
    const rows = [
      resource(a('x')),
      log('log.severity_number >= SEVERITY_NUMBER_ERROR'),
      log(`log.body != nil and (${a('x')} or log.severity_number == SEVERITY_NUMBER_FATAL)`),
    ];
    expect(issue(rows)).toEqual({
      code: 'routing-shadowed',
      severity: 'warning',
      path: 'telemetry/gateway/connectors/routing/table/2',
      message: 'no record reaches this row: "table/0" and "table/1" take all that would match it.',
      fix: 'Put it before "table/0" and "table/1", or remove it.',
    });
  });

  test('nothing gets past a row that always matches', () => {
    expect(issue([resource('true'), resource(a('x'))]).message).toBe(
      'no record reaches this row: "table/0" takes every one.',
    );
  });

  test.each<{ says: string; rows: Row[]; signal?: Signal }>([
    { says: 'copies leave everything', rows: [resource('true', { action: 'copy' }), resource(a('x'))] },
    { says: 'not all are taken', rows: [log('log.severity_number > 5'), log('log.severity_number >= 5')] },
    {
      says: 'one that fails on what the other matches takes nothing of it',
      rows: [log('HasPrefix(log.body, "a") or log.severity_number > 4'), log('log.severity_number > 5')],
    },
    {
      says: 'a statement changed the attribute',
      rows: [
        { context: 'resource', statement: `delete_key(resource.attributes, "b") where ${a('x')}` },
        resource(`${a('x')} and resource.attributes["b"] == nil`),
      ],
    },
    {
      says: 'metrics without data points are left',
      signal: 'metrics',
      rows: [
        { context: 'datapoint', condition: 'metric.name == "m"' },
        { context: 'metric', condition: 'metric.name == "m"' },
      ],
    },
    { says: 'a variable of the environment decides', rows: [resource('${env:ALL}'), resource(a('x'))] },
  ])('but not where $says', ({ rows, signal }) =>
    expect(issues(rows, { signal, parts: { env: { ALL: { kind: 'value', value: 'true' } } } })).toEqual([]),
  );
});

describe('what no row takes', () => {
  const noDefault = { connector: { default_pipelines: undefined } };
  const code = 'routing-default telemetry/gateway/connectors/routing';

  test('is dropped in silence without default pipelines', () => {
    const options = { ...noDefault, change: withoutB };
    expect(issues([resource(a('x'))], options)).toEqual([code]);
    expect(issues([resource('true', { action: 'copy' })], options)).toEqual([code]);
  });

  test('is nothing where the rows together take all', () => {
    const options = { ...noDefault, change: withoutB };
    expect(issues([resource(a('x')), resource('resource.attributes["a"] != "x"')], options)).toEqual([]);
    expect(issues([resource(a('x')), resource('true')], options)).toEqual([]);
  });
});

describe('contexts', () => {
  test('a row that looks at logs matches no spans', () => {
    expect(issue([log('log.body == "x"')], { signal: 'traces' })).toEqual({
      code: 'routing-context',
      severity: 'warning',
      path: 'telemetry/gateway/connectors/routing/table/0',
      at: ['connectors', 'routing', 'table', 0, 'context'],
      message: 'a row of the context "log" matches nothing of what "traces/in" sends: traces.',
      fix: 'Use "span" or "resource".',
    });
  });

  test('also where the collector finds the context', () => {
    expect(issues([{ condition: 'log.body == "x"' }], { signal: 'traces' })).toEqual([at('routing-context', 0)]);
  });

  test.each<{ signal: Signal; row: Row }>([
    { signal: 'traces', row: { context: 'span', condition: 'span.name == "x"' } },
    { signal: 'metrics', row: { context: 'datapoint', condition: 'datapoint.attributes["x"] == 1' } },
    { signal: 'metrics', row: { context: 'metric', condition: 'metric.name == "x"' } },
    { signal: 'metrics', row: resource(a('x')) },
  ])('$signal have $row.context', ({ signal, row }) => expect(issues([row], { signal })).toEqual([]));
});

function withMetadata(config: Draft): void {
  config.receivers.otlp.protocols.grpc.include_metadata = true;
}

function withoutB(config: Draft): void {
  delete config.service.pipelines['logs/b'];
}

describe('headers of requests', () => {
  const client = { context: 'otelcol', condition: 'otelcol.client.metadata["x"][0] == "y"' };
  const grpc = { context: 'otelcol', condition: 'otelcol.grpc.metadata["x"][0] == "y"' };
  const request = { context: 'request', condition: 'request["x"] == "y"' };
  const http = (config: Draft) => {
    config.receivers.otlp.protocols = { http: { endpoint: 'localhost:4318' } };
  };

  test('need a receiver that passes them on', () => {
    expect(issue([client])).toEqual({
      code: 'routing-metadata',
      severity: 'warning',
      path: 'telemetry/gateway/connectors/routing/table/0',
      message: 'it asks for the headers of a request, which "otlp" does not pass on.',
      fix: 'Set "include_metadata: true" beside the endpoint.',
    });
    expect(issues([request], { change: http })).toEqual([at('routing-metadata', 0)]);
    expect(issues([grpc], { change: http })).toEqual([at('routing-metadata', 0)]);
  });

  test('those of gRPC always arrive', () => {
    expect(issues([grpc])).toEqual([]);
    expect(issues([request])).toEqual([]);
    expect(issues([client], { change: withMetadata })).toEqual([]);
  });

  const behind = (id: string, body: object) => (config: Draft) => {
    withMetadata(config);
    config.processors = { [id]: body };
    config.service.pipelines['logs/in'].processors = [id];
  };

  test('are lost in a batch', () => {
    expect(issue([client], { change: behind('batch/b', {}) }).message).toBe(
      'it asks for the headers of a request, which "batch/b" in logs/in does not pass on.',
    );
    expect(issues([client], { change: behind('batch', { metadata_keys: ['x'] }) })).toEqual([]);
    expect(issues([client], { change: behind('log_dedup', {}) })).toEqual([at('routing-metadata', 0)]);
  });

  test('are lost in a batch of a pipeline before', () => {
    const change = (config: Draft) => {
      behind('batch', {})(config);
      config.connectors.forward = {};
      config.service.pipelines['logs/in'].exporters = ['forward'];
      config.service.pipelines['logs/next'] = { receivers: ['forward'], exporters: ['routing'] };
    };
    expect(issues([client], { change })).toEqual([at('routing-metadata', 0)]);
  });
});

describe('the error mode', () => {
  const unset = { connector: { error_mode: undefined } };
  const old = { ...unset, parts: { release: '0.131.0' } as const };
  const off = { ...unset, parts: { featureGates: ['-connector.routing.defaultErrorModeIgnore'] } };
  const code = 'routing-error-mode telemetry/gateway/connectors/routing';
  const fails = log('HasPrefix(log.body, "a")');

  test('that is not set refuses whole batches, where a condition can fail', () => {
    expect(issues([fails], old)).toEqual([code]);
    expect(issues([fails], off)).toEqual([code]);
  });

  test.each([
    { says: 'the release ignores errors', rows: [fails], options: unset },
    { says: 'the mode is set', rows: [fails], options: { parts: old.parts, connector: { error_mode: 'propagate' } } },
    { says: 'no condition can fail', rows: [log('IsString(log.body) and HasPrefix(log.body, "a")')], options: old },
  ])('but not where $says', ({ rows, options }) => expect(issues(rows, options)).toEqual([]));
});

describe('groups that are torn apart', () => {
  const sampling = (pipeline: string) => (config: Draft) => {
    config.processors = { tail_sampling: { policies: [{ name: 'all', type: 'always_sample' }] } };
    config.service.pipelines[pipeline].processors = ['tail_sampling'];
  };
  const span = { context: 'span', condition: 'span.kind == SPAN_KIND_SERVER' };

  test('traces, by what their spans do not share', () => {
    expect(issue([span], { signal: 'traces', change: sampling('traces/a') })).toEqual({
      code: 'routing-split',
      severity: 'warning',
      path: 'telemetry/gateway/connectors/routing/table/0',
      message:
        'it tells spans of one trace apart by `span.kind`, and "tail_sampling" in traces/a decides about whole traces.',
      fix: 'Put "tail_sampling" before the table, or route by what they have in common.',
    });
    expect(issues([span], { signal: 'traces', change: sampling('traces/b') })).toEqual([at('routing-split', 0)]);
    const byService = resource('resource.attributes["service.name"] == "x"');
    expect(issues([byService], { signal: 'traces', change: sampling('traces/a') })).toEqual([at('routing-split', 0)]);
  });

  test.each<{ says: string; row: Row; pipeline: string }>([
    { says: 'it stands before the table', row: span, pipeline: 'traces/in' },
    { says: 'the row is a copy, and it gets all the rest', row: { ...span, action: 'copy' }, pipeline: 'traces/b' },
    {
      says: 'all spans of a trace go one way',
      row: resource('resource.attributes["tenant"] == "x"'),
      pipeline: 'traces/a',
    },
    {
      says: 'the row asks for the trace',
      row: { context: 'span', condition: 'span.trace_id.string == "x"' },
      pipeline: 'traces/a',
    },
  ])('but not where $says', ({ row, pipeline }) =>
    expect(issues([row], { signal: 'traces', change: sampling(pipeline) })).toEqual([]),
  );

  test('streams, by the values of their data points', () => {
    const change = (config: Draft) => {
      config.processors = { delta_to_cumulative: {} };
      config.service.pipelines['metrics/a'].processors = ['delta_to_cumulative'];
    };
    const row = (condition: string) => [{ context: 'datapoint', condition }];
    expect(issues(row('datapoint.value_int > 5'), { signal: 'metrics', change })).toEqual([at('routing-split', 0)]);
    expect(issues(row('datapoint.attributes["x"] == 5'), { signal: 'metrics', change })).toEqual([]);
  });

  test('behind another connector, too', () => {
    const change = (config: Draft) => {
      config.processors = { log_dedup: {} };
      config.connectors.forward = {};
      config.service.pipelines['logs/a'].exporters = ['forward'];
      config.service.pipelines['logs/c'] = { receivers: ['forward'], processors: ['log_dedup'], exporters: ['debug'] };
    };
    expect(issues([log('log.trace_id != TraceID(0x00000000000000000000000000000000)')], { change })).toEqual([
      at('routing-split', 0),
    ]);
    expect(issues([log('log.attributes["x"] == 5')], { change })).toEqual([]);
  });
});
