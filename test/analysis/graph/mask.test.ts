import { masked, withoutSecrets } from '../../../src/analysis/graph/mask';

test.each([
  ['a password', { password: 'x' }, { password: masked }],
  ['a number that is a token', { token: 12_345 }, { token: masked }],
  [
    'a header',
    { headers: { 'x-honeycomb-team': 'x', 'content-type': 'text/plain' } },
    { headers: { 'x-honeycomb-team': masked, 'content-type': 'text/plain' } },
  ],
  [
    'a header in a list',
    { headers: [{ key: 'Authorization', value: 'x' }] },
    { headers: [{ key: 'Authorization', value: masked }] },
  ],
  ['a secret beside a reference', { password: 'a${env:B}' }, { password: masked }],
  ['a private key', { tls: { key_pem: 'x' } }, { tls: { key_pem: masked } }],
  ['a user in a URL', { url: 'https://me:secret@x.example/a' }, { url: `https://me:${masked}@x.example/a` }],
  [
    'a parameter of a URL',
    { url: 'https://x.example/a?api_key=x&b=c' },
    { url: `https://x.example/a?api_key=${masked}&b=c` },
  ],
  [
    'a URL that lets in',
    { api_url: 'https://hooks.slack.com/services/T/B/x' },
    { api_url: `https://hooks.slack.com/${masked}` },
  ],
  ['a URL that lets in, under another name', { url: 'https://hooks.slack.com/services/T/B/x' }, { url: masked }],
  ['a token in a text', { body: 'curl -H "Bearer abc" x' }, { body: `curl -H "${masked} x` }],
  ['a token of a cloud', ['AKIAABCDEFGHIJKLMNOP'], [masked]],
])('%s is masked', (_, config, seen) => {
  expect(withoutSecrets(config)).toEqual(seen);
});

test.each([
  ['a reference', { headers: { Authorization: 'Bearer ${env:TOKEN}' }, password: '${env:PASSWORD}' }],
  [
    'where a secret is read',
    { bearer_token_file: '/var/run/token', password_file: '/p', token_url: 'https://x.example/token' },
  ],
  [
    'what is no secret',
    { endpoint: 'https://x.example:4318', timeout: '5s', num_consumers: 10, tls: { insecure: true } },
  ],
  ['a condition', ['resource.attributes["team"] == "a"']],
])('%s is not', (_, config) => {
  expect(withoutSecrets(config)).toEqual(config);
});
