import type { EnvSource } from '../../src/model/collector';
import { type Draft, issueIn, issuesIn } from './models';

const value = (text: string): EnvSource => ({ kind: 'value', value: text });

/** What is said of a variable that is read into a header. */
function said(name: string, source: EnvSource, header = 'X-Region') {
  return issuesIn(sending({ headers: { [header]: `\${env:${name}}` } }), { env: { [name]: source } });
}

const sending = (fields: object) => (config: Draft) => {
  config.exporters = { otlp_http: { endpoint: 'https://in.vendor.example', ...fields } };
  config.service.pipelines.logs.exporters = ['otlp_http'];
};

test('a variable that a field with a secret reads holds one', () => {
  const edit = sending({ headers: { Authorization: 'Bearer $' + '{env:VENDOR}' } });
  expect(issueIn(edit, { env: { VENDOR: value('sesame') } })).toEqual({
    code: 'secret-literal',
    severity: 'error',
    path: 'telemetry/gateway/env/VENDOR',
    at: ['env', 'VENDOR', 'value'],
    message: 'the variable "VENDOR" holds a secret as plain text.',
    fix: "Keep the value in a Secret: valueFrom: { secretKeyRef: … } in YAML, secret('name', 'key') in TypeScript.",
  });
});

test('one that is called after a secret may hold one', () => {
  expect(issueIn(sending({}), { env: { VENDOR_API_KEY: value('sesame') } })).toMatchObject({
    code: 'secret-literal',
    severity: 'warning',
    path: 'telemetry/gateway/env/VENDOR_API_KEY',
  });
});

test.each(['TOKEN', 'DB_PASSWORD', 'smtp_pass', 'APIKEY', 'AWS_SECRET_ACCESS_KEY', 'GOOGLE_CREDENTIALS'])(
  '%s is called after a secret',
  (name) => {
    expect(said(name, value('sesame'))).toHaveLength(1);
  },
);

test.each(['REGION', 'TOKEN_TTL', 'PASSWORD_FILE', 'SECRETS', 'KEYSPACE', 'BYPASS', 'COMPASS', 'API_KEY_HEADER'])(
  '%s is not',
  (name) => {
    expect(said(name, value('sesame'))).toEqual([]);
  },
);

test('a password in a URL is a secret, whatever the variable is called', () => {
  expect(said('ORDERS', value('amqp://shop:sesame@queue:5672'))).toHaveLength(1);
});

test.each<[EnvSource]>([
  [value('')],
  [value('/var/run/secrets/token')],
  [value('../token')],
  [value('https://login.vendor.example/token')],
  [value('$(OTHER)')],
  [value('false')],
  [{ kind: 'secret', secret: 'vendor', key: 'token' }],
  [{ kind: 'field', path: 'metadata.name' }],
])('%j holds none, whoever reads it', (source) => {
  expect(said('TOKEN', source, 'Authorization')).toEqual([]);
});
