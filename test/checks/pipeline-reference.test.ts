import { type Draft, issueIn, issuesIn } from './models';

const routed = (target: string) => (config: Draft) => {
  config.connectors = {
    routing: { default_pipelines: ['logs/a'], table: [{ context: 'log', condition: 'true', pipelines: [target] }] },
  };
  config.service.pipelines = {
    logs: { receivers: ['otlp'], exporters: ['routing'] },
    'logs/a': { receivers: ['routing'], exporters: ['debug'] },
    'logs/other': { receivers: ['otlp'], exporters: ['debug'] },
  };
};

const field = 'telemetry/gateway/connectors/routing/table/0/pipelines/0';

test('a route leads to a pipeline that exists', () => {
  expect(issueIn(routed('logs/aa'))).toMatchObject({
    code: 'pipeline-reference',
    path: field,
    message: 'pipeline "logs/aa" does not exist.',
    fix: 'Did you mean "logs/a"?',
  });
  expect(issuesIn(routed('logs/a'))).toEqual([]);
});

test('the pipeline receives from the connector', () => {
  expect(issueIn(routed('logs/other'))).toMatchObject({
    code: 'pipeline-reference',
    path: field,
    message: 'pipeline "logs/other" does not receive from connector "routing".',
    fix: 'Add "routing" to its receivers.',
  });
});
