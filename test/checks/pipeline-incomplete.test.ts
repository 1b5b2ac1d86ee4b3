import { issueIn, issuesIn } from './models';

test('a pipeline has a receiver and an exporter', () => {
  expect(
    issuesIn((config) => {
      config.service.pipelines['logs/b'] = { receivers: ['otlp'], exporters: [] };
    }),
  ).toEqual(['pipeline-incomplete telemetry/gateway/logs/b']);
  expect(
    issueIn((config) => {
      config.service.pipelines['logs/b'] = null;
    }).message,
  ).toBe('the pipeline "logs/b" has no receivers and no exporters.');
  expect(
    issuesIn((config) => {
      config.service.pipelines['logs/b'] = { receivers: ['otlp'], exporters: '${env:EXPORTERS:-[debug]}' };
    }),
  ).toEqual([]);
});
