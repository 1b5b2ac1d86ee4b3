import { createHash, createHmac } from 'node:crypto';
import { attributes, got, log, logs, send, spans, withProcessor } from './run';

interface Log {
  readonly body?: unknown;
  readonly attributes?: { key: string; value: unknown }[];
}

function redacted(yaml: string, body: unknown, own: Record<string, unknown> = {}): Log {
  const result = send(withProcessor('redaction', yaml), logs({}, log(body, own)));
  expect(result.unsupported).toEqual([]);
  const [batch] = got(result) as { resourceLogs: { scopeLogs: { logRecords: Log[] }[] }[] }[];
  return batch?.resourceLogs[0]?.scopeLogs[0]?.logRecords[0] ?? {};
}

const written = (values: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(attributes(values)).replace(/"intValue":(\d+)/g, '"intValue":"$1"'));

test('attributes that are not allowed are deleted, all of them where nothing is allowed', () => {
  expect(redacted('{ allowed_keys: [a], ignored_keys: [c] }', null, { a: 1, b: 2, c: 3 }).attributes).toEqual(
    written({ a: 1, c: 3 }),
  );
  expect(redacted('{}', null, { a: 1 }).attributes).toBeUndefined();
});

test('what matches in values is masked, and allowed values are left alone', () => {
  const yaml = '{ allow_all_keys: true, blocked_values: ["[0-9]{2}", "secret"], allowed_values: ["^keep"] }';
  const own = { a: 'x 1234 secret', b: 'keep 1234', c: 1234 };
  expect(redacted(yaml, 'body 12', own)).toEqual({
    body: { stringValue: 'body ****' },
    attributes: written({ a: 'x ******** ****', b: 'keep 1234', c: 1234 }),
  });
});

test('values of blocked keys are masked whole, line by line', () => {
  const yaml = '{ allow_all_keys: true, blocked_key_patterns: ["^tok"] }';
  expect(redacted(yaml, null, { token: 'a\n\nb', tokens: 5, other: 'x' }).attributes).toEqual(
    written({ token: '****\n****\n****', tokens: '****', other: 'x' }),
  );
});

test('other types are looked at as text where that is asked for', () => {
  const yaml = '{ allow_all_keys: true, redact_all_types: true, blocked_values: ["12"] }';
  expect(redacted(yaml, null, { a: 1234, b: [12], c: 3 }).attributes).toEqual(
    written({ a: '****34', b: '[****]', c: 3 }),
  );
});

test('bodies are looked into, with the keys on the way', () => {
  const yaml = '{ allowed_keys: [a, b, d, e], blocked_key_patterns: ["^e"], blocked_values: ["s"], summary: debug }';
  const record = redacted(yaml, { a: 's', b: [{ d: 1, c: 2, e: 'x' }, 'ss'], x: 1 });
  expect(record.body).toEqual({
    kvlistValue: {
      values: written({ a: '****', b: [{ d: 1, e: '****' }, '********'] }),
    },
  });
  expect(record.attributes).toEqual(
    written({
      'redaction.body.redacted.keys': 'b.[0].c,x',
      'redaction.body.redacted.count': 2,
      'redaction.body.masked.keys': 'a,b.[0].e,b.[1]',
      'redaction.body.masked.count': 3,
    }),
  );
});

test('the summary adds to what an earlier one counted', () => {
  const yaml = '{ allowed_keys: [a], summary: debug }';
  const before = { a: 1, b: 2, 'redaction.redacted.keys': 'z', 'redaction.redacted.count': 1 };
  expect(redacted(yaml, null, before).attributes).toEqual(
    written({ a: 1, 'redaction.redacted.count': 2, 'redaction.redacted.keys': 'b,z' }),
  );
  expect(redacted('{ allowed_keys: [a], summary: info }', null, { a: 1, b: 2 }).attributes).toEqual(
    written({ a: 1, 'redaction.redacted.count': 1 }),
  );
});

const key = 'k'.repeat(64);

test.each([
  { hash: 'md5', is: createHash('md5').update('12').digest('hex') },
  { hash: 'SHA1', is: createHash('sha1').update('12').digest('hex') },
  { hash: 'sha3', is: createHash('sha3-256').update('12').digest('hex') },
  { hash: 'hmac-sha256', is: createHmac('sha256', key).update('12').digest('hex') },
  { hash: 'hmac-sha512', is: createHmac('sha512', key).update('12').digest('hex') },
])('$hash stands in the place of what matched', ({ hash, is }) => {
  const yaml = `{ allow_all_keys: true, blocked_values: ["1."], hash_function: ${hash}, hmac_key: ${key} }`;
  expect(redacted(yaml, 'a12b').body).toEqual({ stringValue: `a${is}b` });
});

test('resources, scopes and events of spans are redacted, too', () => {
  const input = {
    resourceSpans: [
      {
        resource: { attributes: attributes({ r: 1 }) },
        scopeSpans: [
          {
            scope: { attributes: attributes({ s: 1 }) },
            spans: [{ attributes: attributes({ a: 1 }), events: [{ name: 'e', attributes: attributes({ e: 1 }) }] }],
          },
        ],
      },
    ],
  };
  const all = (release: '0.159.0' | '0.131.0') =>
    JSON.stringify(got(send(withProcessor('redaction', '{}', 'traces', release), input)));
  expect(all('0.159.0')).not.toContain('attributes');
  expect(all('0.131.0').match(/"key":"\w"/g)).toEqual(['"key":"s"']);
});

test('an order that the old release does not have is not guessed', () => {
  const yaml = '{ allow_all_keys: true, hash_function: md5, blocked_values: ["b+", "[0-9]+"] }';
  const sent = (text: string) => send(withProcessor('redaction', yaml, 'logs', '0.131.0'), logs({}, log(text)));
  expect(sent('bbb').unsupported).toMatchObject([{ reason: expect.stringContaining('in no fixed order') }]);
  expect(sent('x').unsupported).toEqual([]);
});

test.each(['{ url_sanitizer: { enabled: true } }', '{ db_sanitizer: { sql: { enabled: true } } }'])(
  '%s is said to be unsupported',
  (yaml) => {
    expect(send(withProcessor('redaction', yaml, 'traces'), spans({}, { name: 's' })).unsupported).toHaveLength(1);
  },
);
