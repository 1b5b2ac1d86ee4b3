import { issuesIn } from './models';

test('an empty configuration is one mistake', () => {
  expect(
    issuesIn((config) => {
      for (const key of Object.keys(config)) delete config[key];
    }),
  ).toEqual(['config-empty telemetry/gateway']);
});

test('receivers, exporters and pipelines are needed', () => {
  expect(
    issuesIn((config) => {
      delete config.receivers;
    }),
  ).toEqual(['receivers-missing telemetry/gateway/receivers']);
  expect(
    issuesIn((config) => {
      config.exporters = {};
    }),
  ).toEqual(['exporters-missing telemetry/gateway/exporters']);
  expect(
    issuesIn((config) => {
      config.receivers = {};
      config.exporters = { debug: {} };
      config.service = {};
    }),
  ).toEqual(['receivers-missing telemetry/gateway/receivers', 'pipelines-missing telemetry/gateway/service/pipelines']);
});

test('a feature gate lifts that', () => {
  expect(
    issuesIn(
      (config) => {
        config.receivers = null;
        config.exporters = null;
        config.extensions = { health_check: {} };
        config.service = { extensions: ['health_check'] };
      },
      { featureGates: ['a,service.AllowNoPipelines'] },
    ),
  ).toEqual([]);
});
