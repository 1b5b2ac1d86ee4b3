import { issueIn, issuesIn } from './models';

const where = 'telemetry/gateway/exporters/otlp_http/headers/a';

const textIs = (text: string) => (config: { exporters: object; service: object }) => {
  Object.assign(config, {
    exporters: { otlp_http: { endpoint: 'https://vendor.example', headers: { a: text } } },
    service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_http'] } } },
  });
};

test('a variable has a name of letters, digits and underscores', () => {
  expect(issueIn(textIs('${env:1A}'))).toMatchObject({
    code: 'env-name',
    path: where,
    message: '"1A" in ${env:1A} is no name of an environment variable.',
  });
  expect(issuesIn(textIs('${env:A1:-}'))).toEqual([]);
});

test('a group of a regular expression is written with two dollars', () => {
  expect(issueIn(textIs('${1}')).fix).toContain('for a plain "$", write "$$"');
  expect(issuesIn(textIs('$${1}'))).toEqual([]);
});

test('a default needs a scheme', () => {
  expect(issueIn(textIs('${NAME:-a}'))).toMatchObject({
    code: 'config-uri',
    path: where,
    fix: 'Write ${env:NAME} or ${env:NAME:-default}, and "$$" for a plain "$".',
  });
  expect(issuesIn(textIs('${env:NAME:-a}'))).toEqual([]);
});

test('a scheme is one of the collector’s', () => {
  expect(issueIn(textIs('${ENV:NAME:-a}'))).toMatchObject({
    code: 'config-uri',
    path: where,
    fix: 'Did you mean "env"?',
  });
  expect(issuesIn(textIs('${https://config.example/a}'))).toEqual([]);
});

test('a dollar inside is refused', () => {
  expect(issuesIn(textIs('${env:NAME:-a$b}'))).toEqual([`config-uri ${where}`]);
});

test('a variable behind an escaped reference is never read', () => {
  expect(issueIn(textIs('$${a} ${env:NAME:-b}'))).toMatchObject({
    code: 'config-uri',
    severity: 'warning',
    path: where,
  });
  expect(issuesIn(textIs('${env:NAME:-b} $${a}'))).toEqual([]);
});
