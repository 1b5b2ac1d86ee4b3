import { App, Chart } from 'cdk8s';
import {
  aggregate,
  Collector,
  deduplicate,
  deleteAttributes,
  env,
  exporters,
  keepAttributes,
  limitAttributes,
  log,
  MdaiError,
  type Processor,
  patterns,
  receivers,
  redact,
  redactSpans,
  renameAttributes,
  rule,
  secret,
  setAttributes,
  text,
} from '../../../src/index';
import { issuesOf, type Manifest } from '../../../src/testing';

type Any = Processor<'traces' | 'metrics' | 'logs'>;

function gateway(processor: Processor<never>, signal: 'logs' | 'traces' | 'metrics'): Collector {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  const collector = new Collector(chart, 'gateway', { env: { REGION: 'eu' } });
  const from = [receivers.otlp({ protocols: { grpc: {} } })];
  collector.pipeline(signal, { from, processors: [processor as Any], to: [exporters.debug()] });
  return collector;
}

/** The section of a processor in the YAML, in which there is no mistake. */
function written(processor: Processor<never>, signal: 'logs' | 'traces' | 'metrics' = 'logs'): Manifest {
  const collector = gateway(processor, signal);
  expect(issuesOf(collector).filter(({ severity }) => severity === 'error')).toEqual([]);
  return (collector.toConfig() as Manifest).processors[processor.id];
}

test('deleted, renamed and set attributes are actions', () => {
  expect(written(deleteAttributes('d', ['a', 'b$']))).toEqual({
    actions: [
      { action: 'delete', key: 'a' },
      { action: 'delete', key: 'b$$' },
    ],
  });
  expect(written(deleteAttributes('d', { matching: '^a$' }, { of: 'resources' }))).toEqual({
    attributes: [{ action: 'delete', pattern: '^a$$' }],
  });
  expect(written(renameAttributes('r', { a: 'b' }))).toEqual({
    actions: [
      { action: 'upsert', key: 'b', from_attribute: 'a' },
      { action: 'delete', key: 'a' },
    ],
  });
  expect(written(setAttributes('s', { a: '$1', b: 2, c: env('REGION') }, { existing: 'keep' }))).toEqual({
    actions: [
      { action: 'insert', key: 'a', value: '$$1' },
      { action: 'insert', key: 'b', value: 2 },
      { action: 'insert', key: 'c', value: `\${env:REGION}` },
    ],
  });
});

test('attributes are kept and limited in each signal, under the context of its records', () => {
  expect(written(keepAttributes('k', ['a', 'b"$']))).toEqual({
    error_mode: 'ignore',
    trace_statements: [{ context: 'span', statements: ['keep_keys(span.attributes, ["a", "b\\"$$"])'] }],
    metric_statements: [{ context: 'datapoint', statements: ['keep_keys(datapoint.attributes, ["a", "b\\"$$"])'] }],
    log_statements: [{ context: 'log', statements: ['keep_keys(log.attributes, ["a", "b\\"$$"])'] }],
  });
  const limited = written(limitAttributes('l', { count: 10, keep: ['a'], bytes: 100, of: 'resources' }));
  expect(limited.metric_statements).toEqual([
    {
      context: 'resource',
      statements: ['limit(resource.attributes, 10, ["a"])', 'truncate_all(resource.attributes, 100)'],
    },
  ]);
});

test('redaction masks nothing but what it is told, and deletes nothing', () => {
  expect(
    written(redact('r', { keys: ['user.id', 'a$'], keysMatching: ['(?i)token'], values: [patterns.uuid] })),
  ).toEqual({
    allow_all_keys: true,
    blocked_key_patterns: ['^(?:user\\.id|a\\$$)$$', '(?i)token'],
    blocked_values: [patterns.uuid],
    redact_all_types: true,
    summary: 'silent',
  });
  expect(written(redact('r', { onlyKeys: ['a'], textsOnly: true, hash: 'sha1', summary: 'info' }))).toEqual({
    allowed_keys: ['a'],
    hash_function: 'sha1',
    summary: 'info',
  });
});

test('the key of a hash stands in a Secret', () => {
  const made = redact('r', { keys: ['a'], hash: { hmac: 'sha512', key: secret('hashing', 'key') } });
  expect(written(made)).toMatchObject({ hash_function: 'hmac-sha512', hmac_key: `\${env:HASHING_KEY}` });
  const literal = 'k'.repeat(64);
  for (const key of [literal as never, text`${literal}`]) {
    expect(() => redact('r', { keys: ['a'], hash: { hmac: 'sha512', key } })).toThrow(`Write secret('name', 'key')`);
  }
});

test('the texts of spans are masked one pattern after the other', () => {
  const { trace_statements } = written(redactSpans('s', { values: ['a"$', '\\d'] }), 'traces');
  expect(trace_statements).toEqual([
    {
      context: 'span',
      statements: [
        'replace_pattern(span.name, "a\\"$$", "****")',
        'replace_pattern(span.name, "\\\\d", "****")',
        'replace_pattern(span.status.message, "a\\"$$", "****")',
        'replace_pattern(span.status.message, "\\\\d", "****")',
      ],
    },
    {
      context: 'spanevent',
      statements: [
        'replace_pattern(spanevent.name, "a\\"$$", "****")',
        'replace_pattern(spanevent.name, "\\\\d", "****")',
      ],
    },
  ]);
});

test('log records are joined by what is to be equal in them', () => {
  const joined = deduplicate('d', {
    interval: '5s',
    when: log.severity.below('WARN'),
    ignoring: { attributes: ['request.id'], body: ['time'] },
    countAs: 'copies',
  });
  expect(written(joined)).toEqual({
    interval: '5s',
    conditions: [expect.stringContaining('log.severity_number')],
    exclude_fields: ['attributes.request\\.id', 'body.time'],
    log_count_attribute: 'copies',
  });
  expect(written(deduplicate('d', { comparing: { attributes: ['a'] } }))).toEqual({ include_fields: ['attributes.a'] });
});

test('metrics are aggregated but for what is to pass', () => {
  expect(written(aggregate('a', { interval: '15s', passing: ['gauge'] }), 'metrics')).toEqual({
    interval: '15s',
    pass_through: { gauge: true },
  });
});

test.each([
  { make: () => deleteAttributes('p', []), says: 'names no attribute' },
  { make: () => keepAttributes('p', []), says: 'names no attribute' },
  { make: () => renameAttributes('p', {}), says: 'names no attribute' },
  { make: () => renameAttributes('p', { a: 'b', b: 'c' }), says: '"b" twice' },
  { make: () => renameAttributes('p', { a: 'c', b: 'c' }), says: '"c" twice' },
  { make: () => setAttributes('p', {}), says: 'names no attribute' },
  { make: () => limitAttributes('p', {}), says: 'limits nothing' },
  { make: () => limitAttributes('p', { count: 0 }), says: 'at least 1' },
  { make: () => limitAttributes('p', { bytes: 1.5 }), says: 'whole number' },
  { make: () => limitAttributes('p', { count: 1, keep: ['a', 'b'] }), says: 'Raise "count"' },
  { make: () => limitAttributes('p', { bytes: 1, keep: ['a'] }), says: 'no "count"' },
  { make: () => redact('p', {}), says: 'masks nothing' },
  { make: () => redactSpans('p', { values: [] }), says: 'masks nothing' },
  { make: () => deduplicate('p', { ignoring: {}, comparing: {} }), says: 'Keep one of the two' },
  { make: () => deleteAttributes('a b', ['a']), says: 'no name' },
])('a processor that cannot be is refused at once: $says', ({ make, says }) => {
  expect(make).toThrow(MdaiError);
  expect(make).toThrow(says);
});

test.each(Object.entries(patterns))('the pattern %s masks nothing of an empty text', (_, pattern) => {
  const flags = pattern.startsWith('(?i)') ? 'i' : pattern.startsWith('(?s)') ? 's' : '';
  expect(new RegExp(pattern.replace(/^\(\?[is]\)/, ''), flags).test('')).toBe(false);
});

// Never called: the compiler is the test.
function programs() {
  const to = [exporters.debug()];
  rule('all', { when: 'always', to, processors: [redact('pii', { values: [patterns.email] }), deduplicate('d')] });
  const collector = gateway(redact('pii', { keys: ['a'] }), 'logs');
  const otherwise = { to };
  const rules = [rule('r', { when: log.attribute('a').exists(), to })];
  collector.route('logs', { rules, otherwise, processors: [deduplicate('d'), keepAttributes('k', ['a'])] });
  // @ts-expect-error deduplication of spans
  collector.pipeline('traces/a', { processors: [deduplicate('d')], to });
  // @ts-expect-error aggregation of logs
  collector.pipeline('logs/a', { processors: [aggregate('a')], to });
  // @ts-expect-error the texts of spans, in logs
  collector.pipeline('logs/b', { processors: [redactSpans('s', { values: ['a'] })], to });
  // @ts-expect-error a literal for the key of a hash
  redact('r', { keys: ['a'], hash: { hmac: 'sha256', key: 'literal' } });
  // @ts-expect-error a hash that there is not
  redact('r', { keys: ['a'], hash: 'sha256' });
  // @ts-expect-error a pattern and keys at once
  deleteAttributes('d', { matching: 'a', keys: ['b'] });
}
test('programs with mistakes do not compile', () => {
  expect(programs).toBeInstanceOf(Function);
});
