import { issuesIn } from './models';

test('ids that differ by spaces are one', () => {
  expect(
    issuesIn((config) => {
      config.exporters[' debug'] = {};
    }),
  ).toEqual(['component-duplicate telemetry/gateway/exporters/debug']);
  expect(
    issuesIn((config) => {
      config.service.pipelines['logs '] = config.service.pipelines.logs;
    }),
  ).toEqual(['component-duplicate telemetry/gateway/logs']);
});

test('one id in two sections is no mistake', () => {
  expect(
    issuesIn((config) => {
      config.exporters = { otlp_grpc: { endpoint: 'vendor:4317' }, otlp: { endpoint: 'vendor:4317' } };
      config.service.pipelines.logs.exporters = ['otlp', 'otlp_grpc'];
    }),
  ).toEqual([]);
});
