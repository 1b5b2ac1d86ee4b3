import { checkFields } from '../../src/checks/fields';
import type { ConfigMap, ConfigValue } from '../../src/model/config';
import { formatIssue } from '../../src/model/issue';
import { emptyLists } from '../../src/model/model';
import type { Release } from '../../src/model/release';

interface Options {
  readonly release?: Release;
  readonly featureGates?: readonly string[];
}

function issuesOf(config: ConfigMap, options: Options = {}) {
  const { release = '0.159.0', featureGates = [] } = options;
  return checkFields({
    ...emptyLists(),
    collectors: [{ path: 'telemetry/gateway', name: 'gateway', release, config, featureGates, env: {}, envFrom: [] }],
    closed: true,
  });
}

/** `warning: ` before a warning, and the path within the collector. */
function lines(config: ConfigMap, options?: Options): readonly string[] {
  return issuesOf(config, options).map((issue) => {
    const line = formatIssue(issue).replace('telemetry/gateway/', '');
    return issue.severity === 'warning' ? `warning: ${line}` : line;
  });
}

const exporter = (id: string, body: ConfigValue, options?: Options) => lines({ exporters: { [id]: body } }, options);
const processor = (id: string, body: ConfigValue, options?: Options) => lines({ processors: { [id]: body } }, options);
const http = (fields: ConfigMap, options?: Options) =>
  exporter('otlp_http', { endpoint: 'http://a', ...fields }, options);

test('a misspelt field is named with its place, and the right name', () => {
  expect(issuesOf({ exporters: { 'otlp_http/vendor': { endpoint: 'http://a', endpont: 'http://b' } } })).toEqual([
    {
      code: 'field-unknown',
      severity: 'error',
      path: 'telemetry/gateway/exporters/otlp_http/vendor/endpont',
      message: 'otlp_http has no field "endpont".',
      fix: 'Write "endpoint".',
    },
  ]);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a field without a similar one',
    http({ zzz: 1 }),
    ['exporters/otlp_http/zzz: otlp_http has no field "zzz". Remove it. [field-unknown]'],
  ],
  [
    'a field of another level',
    exporter('otlp_grpc', { endpoint: 'a:1', keepalive: { interval: '1s' } }),
    [
      'exporters/otlp_grpc/keepalive/interval: "keepalive" has no field "interval". It has "enabled", "permit_without_stream", "time" and "timeout". [field-unknown]',
    ],
  ],
  [
    'a field that belongs into a section',
    processor('tail_sampling', { sampled_cache_size: 10 }),
    [
      'processors/tail_sampling/sampled_cache_size: tail_sampling has no field "sampled_cache_size". Write it under "decision_cache". [field-unknown]',
    ],
  ],
  [
    'wrong case',
    processor('batch', { Timeout: '1s' }),
    ['processors/batch/Timeout: batch has no field "Timeout". Write "timeout". [field-unknown]'],
  ],
  [
    'a field that the component ignores',
    lines({ connectors: { count: { spans: { a: { condition: ['true'] } } } } }),
    [
      'warning: connectors/count/spans/a/condition: "a" ignores the field "condition", which it does not have. Write "conditions". [field-unknown]',
    ],
  ],
])('unknown: %s', (_, found, expected) => expect(found).toEqual(expected));

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a quoted number',
    http({ max_idle_conns: '5' }),
    [
      'exporters/otlp_http/max_idle_conns: "max_idle_conns" is a text, but has to be a whole number. Leave the quotes out. [field-type]',
    ],
  ],
  [
    'a number for a text',
    lines({ receivers: { otlp: { protocols: { grpc: { endpoint: 4317 } } } } }),
    [
      'receivers/otlp/protocols/grpc/endpoint: "endpoint" is the number 4317, but has to be a text. Put it in quotes. [field-type]',
    ],
  ],
  [
    'a quoted switch',
    http({ tls: { insecure: 'true' } }),
    [
      'exporters/otlp_http/tls/insecure: "insecure" is a text, but has to be true or false. Leave the quotes out. [field-type]',
    ],
  ],
  [
    'a text for a section',
    http({ tls: 'off' }),
    ['exporters/otlp_http/tls: "tls" is a text, but has to be a map. Write a map. [field-type]'],
  ],
  [
    'a list for a body',
    processor('batch', []),
    ['processors/batch: batch is a list, but has to be a map. Write its fields, or {}. [field-type]'],
  ],
  [
    'an item of a list',
    processor('batch', { metadata_keys: ['a', 1] }),
    [
      'processors/batch/metadata_keys/1: entry 2 of "metadata_keys" is the number 1, but has to be a text. Put it in quotes. [field-type]',
    ],
  ],
  [
    'a fraction, which the collector cuts',
    processor('batch', { send_batch_size: 1.5 }),
    [
      'warning: processors/batch/send_batch_size: "send_batch_size" is 1.5, of which the collector reads 1. Write 1. [field-type]',
    ],
  ],
  [
    'a number for a duration, which counts nanoseconds',
    http({ timeout: 10 }),
    [
      'warning: exporters/otlp_http/timeout: "timeout" is the number 10, which the collector reads as nanoseconds. Write a unit, e.g. "10s". [field-type]',
    ],
  ],
  [
    'texts and maps in one list',
    processor('filter', { log_conditions: ['true', { conditions: ['true'] }] }),
    [
      'processors/filter/log_conditions: "log_conditions" mixes texts and maps. Write only texts, or only maps. [field-type]',
    ],
  ],
])('type: %s', (_, found, expected) => expect(found).toEqual(expected));

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a required field',
    exporter('otlp_grpc', null),
    ['exporters/otlp_grpc: otlp_grpc needs "endpoint". Add "endpoint". [field-value]'],
  ],
  [
    'an empty required field',
    exporter('file', { path: '' }),
    ['exporters/file: file needs "path". Add "path". [field-value]'],
  ],
  [
    'one of several fields',
    lines({ extensions: { bearertokenauth: {} } }),
    [
      'extensions/bearertokenauth: bearertokenauth needs one of "token", "tokens" and "filename". Add one of "token", "tokens" and "filename". [field-value]',
    ],
  ],
  [
    'a section with no field at all',
    lines({ receivers: { otlp: { protocols: {} } } }),
    [
      'receivers/otlp/protocols: "protocols" needs one of "grpc" and "http". Add one of "grpc" and "http". [field-value]',
    ],
  ],
  [
    'a value outside of an enumeration',
    exporter('debug', { verbosity: 'verbose' }),
    [
      'exporters/debug/verbosity: "verbosity" cannot be "verbose". Write one of "basic", "normal" and "detailed". [field-value]',
    ],
  ],
  [
    'the wrong case in an enumeration',
    http({ encoding: 'JSON' }),
    ['exporters/otlp_http/encoding: "encoding" cannot be "JSON". Write "json". [field-value]'],
  ],
  [
    'a duration without a unit',
    http({ timeout: '10' }),
    [
      'exporters/otlp_http/timeout: "timeout" cannot be "10". Write a number and a unit (ns, us, ms, s, m, h), e.g. "90s" or "1m30s". [field-value]',
    ],
  ],
  [
    'a negative duration',
    processor('batch', { timeout: '-1s' }),
    ['processors/batch/timeout: "timeout" is "-1s". Write a duration that is 0 or more. [field-value]'],
  ],
  [
    'a number out of bounds',
    http({ retry_on_failure: { randomization_factor: 2 } }),
    [
      'exporters/otlp_http/retry_on_failure/randomization_factor: "randomization_factor" is out of bounds. Write 1 or less. [field-value]',
    ],
  ],
  [
    'a number that Go’s type does not hold',
    processor('batch', { send_batch_size: 5_000_000_000 }),
    [
      'warning: processors/batch/send_batch_size: "send_batch_size" is 5000000000, which does not fit in uint32: the collector reads another number. Write a number within bounds. [field-value]',
    ],
  ],
  [
    'an id that is none',
    http({ sending_queue: { storage: 'file storage' } }),
    [
      'exporters/otlp_http/sending_queue/storage: "storage" cannot be "file storage". Write "type" or "type/name". [field-value]',
    ],
  ],
  [
    'an address without a port',
    exporter('otlp_grpc', { endpoint: 'backend' }),
    ['exporters/otlp_grpc/endpoint: "endpoint" cannot be "backend". Write "host:port". [field-value]'],
  ],
  [
    'a name that comes twice',
    processor('batch', { metadata_keys: ['tenant', 'Tenant'] }),
    [
      'processors/batch/metadata_keys: "metadata_keys" lists a name twice. Name each once, in whatever case. [field-value]',
    ],
  ],
  [
    'null where Go’s zero value is refused',
    exporter('file', { path: '/a', format: null }),
    ['exporters/file/format: "format" cannot be empty. Write one of "json" and "proto". [field-value]'],
  ],
])('value: %s', (_, found, expected) => expect(found).toEqual(expected));

test.each<[string, readonly string[]]>([
  ['no body', processor('batch', null)],
  ['a section without a value', lines({ receivers: { otlp: { protocols: { grpc: null } } } })],
  ['an enumeration in any case', exporter('debug', { verbosity: 'Detailed' })],
  ['a list as one text', processor('batch', { metadata_keys: 'a,b' })],
  ['values of a queue that is off', http({ sending_queue: { enabled: false, queue_size: 0 } })],
  ['a reference for a number', http({ max_idle_conns: '${env:CONNECTIONS}' })],
  ['a reference with a default', http({ max_idle_conns: '${env:CONNECTIONS:-5}' })],
  ['a reference for a section', http({ tls: '${file:/etc/tls.yaml}' })],
  ['a reference for a body', exporter('otlp_http', '${env:EXPORTER}')],
  ['a reference in a duration', http({ timeout: '${env:SECONDS}s' })],
  ['a reference in an address', exporter('otlp_grpc', { endpoint: '${env:HOST}:4317' })],
  ['a reference in an enumeration', exporter('debug', { verbosity: '${env:VERBOSITY}' })],
  ['a component that is not described', exporter('acme_vendor', { brokers: 5 })],
  ['a type that only looks similar', lines({ receivers: { olt: {} } })],
  ['an id that is none', lines({ receivers: { 'otlp/': { nothing: 1 } } })],
  ['sections of the wrong shape', lines({ receivers: [], exporters: null, processors: 'x' })],
])('nothing to say of %s', (_, found) => expect(found).toEqual([]));

test('text around a reference is no number', () => {
  expect(http({ max_idle_conns: '1${env:ZEROS}' })).toEqual([
    'exporters/otlp_http/max_idle_conns: "max_idle_conns" is a text, but has to be a whole number. Write the reference alone, without text around it. [field-type]',
  ]);
  expect(http({ max_idle_conns: '$${env:N}' })).toHaveLength(1);
});

test('a misspelt type is named with the one that was meant', () => {
  expect(exporter('otlp_htp/vendor', {})).toEqual([
    'exporters/otlp_htp/vendor: no exporter has the type "otlp_htp". Write "otlp_http", or name the image that has it. [component-type]',
  ]);
});

test('older names of a type have the same fields', () => {
  expect(exporter('otlphttp', { endpoint: 'http://a', endpont: 1 })).toEqual([
    'exporters/otlphttp/endpont: otlphttp has no field "endpont". Write "endpoint". [field-unknown]',
  ]);
});

describe('a release', () => {
  const old = { release: '0.131.0' } as const;

  test('does not know fields that came later', () => {
    expect(exporter('debug', { sending_queue: { queue_size: 'x' } }, old)).toEqual([
      'exporters/debug/sending_queue: debug has no field "sending_queue" in release 0.131.0. Leave it out, or use release 0.159.0. [field-unknown]',
    ]);
    expect(exporter('debug', { sending_queue: { queue_size: 5 } })).toEqual([]);
  });

  test('does not know fields that are gone', () => {
    expect(http({ middleware: [] })).toEqual([
      'exporters/otlp_http/middleware: otlp_http has no field "middleware" in release 0.159.0. Write "middlewares". [field-unknown]',
    ]);
    expect(http({ middleware: [] }, old)).toEqual([]);
  });

  test('does not know values and forms that came later', () => {
    const policies = [{ name: 'a', type: 'trace_flags' }];
    expect(processor('tail_sampling', { policies }, old)).toEqual([
      'processors/tail_sampling/policies/0/type: "type" cannot be "trace_flags" in release 0.131.0. Write another value, or use a newer release. [field-value]',
    ]);
    expect(http({ headers: [{ name: 'a', value: 'b' }] }, old)).toEqual([
      'exporters/otlp_http/headers: "headers" cannot be a list in release 0.131.0. Write a map. [field-type]',
    ]);
  });

  test('is not proposed fields that it does not know', () => {
    expect(http({ force_attempt_http3: true }, old)[0]).toMatch(/Remove it/);
    expect(http({ force_attempt_http3: true })[0]).toMatch(/Write "force_attempt_http2"/);
  });

  test('has the conditions that the renderer translates', () => {
    expect(processor('filter', { log_conditions: ['log.body == "a"'] }, old)).toEqual([]);
  });

  test('does not know what the renderer cannot translate', () => {
    const log_conditions = [{ conditions: ['log.body == "a"'], error_mode: 'ignore' }];
    expect(processor('filter', { log_conditions })).toEqual([]);
    expect(processor('filter', { log_conditions }, old)).toEqual([
      'processors/filter/log_conditions/0/error_mode: "error_mode" is known since release 0.159.0, and the collector is 0.131.0. Take it away, or use a newer release. [field-unknown]',
    ]);
  });

  test('has limits of its own', () => {
    expect(http({ sending_queue: { batch: { min_size: -1 } } }, old)).toEqual([]);
    expect(http({ sending_queue: { batch: { min_size: -1 } } })).toHaveLength(1);
  });
});

test('a feature gate opens a field', () => {
  expect(processor('transform', { flatten_data: true })).toEqual([
    'processors/transform/flatten_data: "flatten_data" needs the feature gate "transform.flatten.logs". Turn the gate on, or leave the field out. [field-value]',
  ]);
  expect(processor('transform', { flatten_data: true }, { featureGates: ['transform.flatten.logs'] })).toEqual([]);
});

test('an extension brings a policy type of its own', () => {
  const config = {
    extensions: { my_policy: {} },
    processors: { tail_sampling: { policies: [{ name: 'a', type: 'my_policy', my_policy: {} }] } },
  };
  expect(lines(config)).toEqual([]);
  expect(lines({ processors: config.processors })).toHaveLength(2);
});

test('all mistakes of all collectors are found at once', () => {
  const found = lines({
    receivers: {
      otlp: { protocols: { grpc: { endpont: 'a', tls: { cert_file: '/c', key_file: '/k', min_version: '2' } } } },
    },
    exporters: { debug: { verbosity: 5 }, otlp_grpc: {} },
  });
  expect(found).toHaveLength(4);
});
