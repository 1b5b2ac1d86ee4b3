import { issueIn, issuesIn } from './models';

test('a pipeline begins with a signal', () => {
  expect(
    issueIn((config) => {
      config.service.pipelines['log/in'] = config.service.pipelines.logs;
    }),
  ).toMatchObject({ code: 'pipeline-id', path: 'telemetry/gateway/log/in', fix: 'Did you mean "logs/in"?' });
  expect(
    issueIn((config) => {
      config.service.pipelines.Logs = config.service.pipelines.logs;
    }).fix,
  ).toBe('Did you mean "logs"?');
  expect(
    issuesIn((config) => {
      config.service.pipelines['logs/in'] = config.service.pipelines.logs;
    }),
  ).toEqual([]);
});

test('a name has no spaces', () => {
  expect(
    issueIn((config) => {
      config.service.pipelines['logs/a b'] = config.service.pipelines.logs;
    }).fix,
  ).toContain('or a signal and a name');
});
