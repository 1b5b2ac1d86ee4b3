import { type Draft, issueIn, issuesIn } from './models';

const connected =
  (connector: string, ...pipelines: readonly (readonly [id: string, from: string, to: string])[]) =>
  (config: Draft) => {
    config.connectors = { [connector]: {} };
    config.service.pipelines = Object.fromEntries(
      pipelines.map(([id, from, to]) => [id, { receivers: [from], exporters: [to] }]),
    );
    config.service.pipelines['logs/other'] = { receivers: ['otlp'], exporters: ['debug'] };
  };

test('a connector has two sides', () => {
  expect(issueIn(connected('forward', ['logs', 'otlp', 'forward']))).toMatchObject({
    code: 'connector-one-sided',
    path: 'telemetry/gateway/connectors/forward',
    message: 'connector "forward" is only used as an exporter, in "logs".',
  });
  expect(issuesIn(connected('acme', ['logs', 'acme', 'debug']))).toEqual([
    'connector-one-sided telemetry/gateway/connectors/acme',
  ]);
  expect(issuesIn(connected('forward', ['logs', 'otlp', 'forward'], ['logs/b', 'forward', 'debug']))).toEqual([]);
});

test('a connector turns some signals into some', () => {
  expect(issueIn(connected('forward', ['logs', 'otlp', 'forward'], ['traces', 'forward', 'debug']))).toMatchObject({
    code: 'connector-signals',
    path: 'telemetry/gateway/connectors/forward',
    message: 'connector "forward" cannot turn what "logs" sends into what "traces" receives.',
  });
  expect(issuesIn(connected('count', ['logs', 'otlp', 'count'], ['metrics', 'count', 'debug']))).toEqual([]);
  expect(issuesIn(connected('acme', ['logs', 'otlp', 'acme'], ['traces', 'acme', 'debug']))).toEqual([]);
});
