import { issueIn, issuesIn } from './models';

test('an id is a type, or a type and a name', () => {
  expect(
    issuesIn((config) => {
      config.exporters['debug/a b'] = {};
    }),
  ).toEqual(['component-id telemetry/gateway/exporters/debug/a b']);
});

test('entries of lists are ids', () => {
  expect(
    issuesIn((config) => {
      config.service.pipelines.logs.exporters = ['debug', 'de-bug'];
      config.service.extensions = [null];
    }),
  ).toEqual(['component-id telemetry/gateway/logs/exporters/1', 'component-id telemetry/gateway/service/extensions/0']);
});

test('spaces in an id make the collector ignore its configuration', () => {
  expect(
    issueIn((config) => {
      config.exporters = { 'debug ': { verbosity: 'basic' } };
    }),
  ).toMatchObject({ code: 'component-id', path: 'telemetry/gateway/exporters/debug ', fix: 'Write "debug".' });
  expect(
    issuesIn((config) => {
      config.exporters = { 'debug ': {} };
    }),
  ).toEqual([]);
});

test('"::" in an id', () => {
  expect(
    issuesIn((config) => {
      config.exporters = { 'debug/a::b': {} };
      config.service.pipelines.logs.exporters = ['debug/a::b'];
    }),
  ).toEqual(['component-id telemetry/gateway/exporters/debug/a::b']);
});
