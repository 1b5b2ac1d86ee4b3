import { type Draft, issueIn, issuesIn } from './models';

const sending = (url: string) => (config: Draft) => {
  config.exporters = { otlp_http: { endpoint: url } };
  config.service.pipelines.logs.exporters = ['otlp_http'];
};

test('a password in a URL is a secret, in whatever field', () => {
  expect(issueIn(sending('https://shop:sesame@in.vendor.example/v1'))).toEqual({
    code: 'secret-literal',
    severity: 'error',
    path: 'telemetry/gateway/exporters/otlp_http/endpoint',
    message: '"endpoint" holds a secret as plain text.',
    fix: "Keep the value in a Secret: ${env:NAME} in YAML, secret('name', 'key') in TypeScript.",
  });
});

test.each([
  'https://in.vendor.example:4318/v1',
  'https://shop@in.vendor.example',
  'https://shop:${env:WORD}@in.vendor.example',
  'https://${env:USER}:${env:WORD}@in.vendor.example',
  'https://in.vendor.example/a:b@c',
])('%s holds none', (url) => {
  const env = { WORD: { kind: 'value', value: 'x' }, USER: { kind: 'value', value: 'y' } } as const;
  expect(issuesIn(sending(url), { env })).toEqual([]);
});

test('a part of a password is one, too', () => {
  const env = { END: { kind: 'value', value: 'x' } } as const;
  expect(issuesIn(sending('amqp://shop:open${env:END}@queue:5672'), { env })).toContainEqual(
    expect.stringMatching(/^secret-literal /),
  );
});

test('it is told once, in a field that holds a secret anyway', () => {
  const told = issuesIn((config) => {
    config.receivers = {
      sqlquery: { driver: 'postgres', datasource: 'postgresql://reader:sesame@orders-db:5432/orders', queries: [] },
    };
    config.service.pipelines = { metrics: { receivers: ['sqlquery'], exporters: ['debug'] } };
  });
  expect(told.filter((issue) => issue.startsWith('secret-literal'))).toHaveLength(1);
});
