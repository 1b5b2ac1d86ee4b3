import { issueIn, issuesIn } from './models';

test('components stand in pipelines', () => {
  expect(
    issueIn((config) => {
      config.exporters['debug/b'] = {};
    }),
  ).toMatchObject({ code: 'component-unused', severity: 'warning', path: 'telemetry/gateway/exporters/debug/b' });
  expect(
    issuesIn((config) => {
      config.exporters['debug/b'] = {};
      config.service.pipelines.logs.exporters = ['${env:EXPORTER:-debug}'];
    }),
  ).toEqual([]);
});

test('extensions are enabled', () => {
  expect(
    issueIn((config) => {
      config.extensions = { health_check: {} };
    }),
  ).toMatchObject({ code: 'extension-unused', severity: 'warning', path: 'telemetry/gateway/extensions/health_check' });
});
