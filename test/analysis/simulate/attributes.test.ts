import { createHash } from 'node:crypto';
import type { Release } from '../../../src/model/release';
import { attributes, got, log, logs, send, withProcessor } from './run';

const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** The attributes of one log record after one action. */
function after(
  action: string,
  own: Record<string, unknown>,
  release?: Release,
  metadata: Record<string, string[]> = {},
) {
  const { config, ...gateway } = withProcessor('attributes', `{ actions: [${action}] }`, 'logs', release);
  const receivers = { otlp: { protocols: { http: { include_metadata: true } } } };
  const result = send({ ...gateway, config: { ...config, receivers } }, logs({}, log('x', own)), { metadata });
  expect(result.unsupported).toEqual([]);
  const [batch] = got(result) as { resourceLogs: { scopeLogs: { logRecords: { attributes?: unknown }[] }[] }[] }[];
  return batch?.resourceLogs[0]?.scopeLogs[0]?.logRecords[0]?.attributes ?? [];
}

test.each([
  { action: '{ action: insert, key: a, value: 1 }', own: {}, then: { a: 1 } },
  { action: '{ action: insert, key: a, value: 1 }', own: { a: 2 }, then: { a: 2 } },
  { action: '{ action: update, key: a, value: [1.5, { b: true }] }', own: { a: 2 }, then: { a: [1.5, { b: true }] } },
  { action: '{ action: update, key: a, value: 1 }', own: {}, then: {} },
  { action: '{ action: upsert, key: a, from_attribute: b }', own: { b: 'x' }, then: { b: 'x', a: 'x' } },
  { action: '{ action: upsert, key: a, from_attribute: b }', own: { b: null }, then: { b: null, a: null } },
  { action: '{ action: upsert, key: a, from_attribute: b }', own: { a: 1 }, then: { a: 1 } },
  { action: '{ action: upsert, key: a, from_attribute: b, default_value: d }', own: {}, then: { a: 'd' } },
  { action: '{ action: DELETE, key: a, pattern: "^b" }', own: { a: 1, bc: 2, ab: 3 }, then: { ab: 3 } },
  { action: '{ action: hash, key: a }', own: { a: 'x' }, then: { a: sha('x') } },
  { action: '{ action: hash, key: a }', own: { a: true }, then: { a: sha(Buffer.of(1)) } },
  { action: '{ action: hash, key: a }', own: { a: 2 }, then: { a: sha(Buffer.of(2, 0, 0, 0, 0, 0, 0, 0)) } },
  { action: '{ action: hash, pattern: "." }', own: { a: [1], b: null }, then: { a: '', b: '' } },
  {
    action: '{ action: extract, key: a, pattern: "(?P<u>[a-z]+)=(?P<v>x?)" }',
    own: { a: 'b=1' },
    then: { a: 'b=1', u: 'b', v: '' },
  },
  { action: '{ action: extract, key: a, pattern: "(?P<u>[a-z]+)" }', own: { a: 5 }, then: { a: 5 } },
  { action: '{ action: convert, key: a, converted_type: int }', own: { a: '007' }, then: { a: 7 } },
  { action: '{ action: convert, key: a, converted_type: int }', own: { a: '1.5' }, then: { a: '1.5' } },
  { action: '{ action: convert, key: a, converted_type: int }', own: { a: 2.9 }, then: { a: 2 } },
  { action: '{ action: convert, key: a, converted_type: double }', own: { a: '1.5' }, then: { a: 1.5 } },
  {
    action: '{ action: convert, key: a, converted_type: string }',
    own: { a: { b: [1, true] } },
    then: { a: '{"b":[1,true]}' },
  },
])('$action on $own', ({ action, own, then }) => {
  expect(after(action, own)).toEqual(
    JSON.parse(JSON.stringify(attributes(then)).replace(/"intValue":(\d+)/g, '"intValue":"$1"')),
  );
});

test.each([
  { context: 'metadata.X-Tenant', value: 'acme;other' },
  { context: 'x-tenant', value: 'acme;other' },
])('a value is taken from the request by $context', ({ context, value }) => {
  expect(
    after(`{ action: insert, key: a, from_context: ${context} }`, {}, '0.159.0', { 'X-Tenant': ['acme', 'other'] }),
  ).toEqual(attributes({ a: value }));
  expect(after(`{ action: insert, key: a, from_context: ${context} }`, {})).toEqual([]);
});

test('release 0.131.0 leaves empty text empty where it hashes', () => {
  expect(after('{ action: hash, key: a }', { a: '' })).toEqual(attributes({ a: sha('') }));
  expect(after('{ action: hash, key: a }', { a: '' }, '0.131.0')).toEqual(attributes({ a: '' }));
});

test('what is no number is hashed by the bytes that it has in Go', () => {
  const input = logs({}, { ...log('x'), attributes: [{ key: 'a', value: { doubleValue: 'NaN' } }] });
  const hash = withProcessor('attributes', '{ actions: [{ action: hash, key: a }] }');
  expect(JSON.stringify(got(send(hash, input)))).toContain(sha(Buffer.of(1, 0, 0, 0, 0, 0, 0xf8, 0x7f)));
});

test('the resource processor acts on resources', () => {
  const yaml = '{ attributes: [{ action: upsert, key: env, value: prod }] }';
  expect(got(send(withProcessor('resource', yaml), logs({ a: 'b' }, log('x', { env: 'dev' }))))).toMatchObject([
    {
      resourceLogs: [
        {
          resource: { attributes: attributes({ a: 'b', env: 'prod' }) },
          scopeLogs: [{ logRecords: [{ attributes: attributes({ env: 'dev' }) }] }],
        },
      ],
    },
  ]);
});

test.each([
  { yaml: '{ include: { match_type: strict, log_bodies: [x] }, actions: [] }', reason: '"include" is not simulated' },
  { yaml: '{ actions: [{ key: a, action: shout }] }', reason: 'there is no action "shout"' },
  {
    yaml: '{ actions: [{ key: a, action: insert, from_context: auth.user }] }',
    reason: 'from_context "auth.user" is not simulated',
  },
  { yaml: '{ actions: [{ pattern: "(", action: delete }] }', reason: expect.stringContaining('the collector refuses') },
])('$yaml is said to be unsupported', ({ yaml, reason }) => {
  expect(send(withProcessor('attributes', yaml), logs({}, log('x'))).unsupported).toEqual([
    { path: 'app/gateway/processors/attributes', reason },
  ]);
});
