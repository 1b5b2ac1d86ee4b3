import { checkModel } from '../../src/checks/check';
import { collector, issueIn, issuesIn, issuesOf, model } from './models';

test('an unknown section is named with the nearest known one', () => {
  const issue = issueIn((config) => {
    config.processor = {};
  });
  expect(issue).toMatchObject({
    code: 'config-section',
    path: 'telemetry/gateway/processor',
    message: '"processor" is unknown.',
    fix: 'Did you mean "processors"?',
  });
  expect(
    issuesIn((config) => {
      config.processors = {};
    }),
  ).toEqual([]);
});

test('sections and pipelines have their shapes', () => {
  expect(
    issuesIn((config) => {
      config.processors = ['batch'];
      config.service.pipelines.logs.processors = 'batch';
      config.service.pipelines.logs.processor = [];
    }),
  ).toEqual([
    'config-section telemetry/gateway/logs/processor',
    'config-section telemetry/gateway/logs/processors',
    'config-section telemetry/gateway/processors',
  ]);
});

test('a component of an unknown type is a map, too', () => {
  expect(
    issuesIn((config) => {
      config.exporters.acme = ['https://acme.example'];
      config.service.pipelines.logs.exporters = ['acme', 'debug'];
    }),
  ).toEqual(['config-section telemetry/gateway/exporters/acme']);
});

test('the collector’s own telemetry has its fields', () => {
  const telemetry = (value: unknown) =>
    issuesIn((config) => {
      config.service.telemetry = value;
    });
  expect(telemetry({ metrics: { address: ':8888' }, logs: { level: 'loud' } })).toEqual([
    'config-section telemetry/gateway/service/telemetry/logs/level',
    'config-section telemetry/gateway/service/telemetry/metrics/address',
  ]);
  expect(telemetry({ metrics: { level: 'Detailed' }, logs: { level: '${env:LEVEL:-info}' } })).toEqual([]);
});

test('a key with "::" is split by the collector', () => {
  expect(
    issuesIn((config) => {
      config.service.telemetry = { logs: { initial_fields: { 'a::b': 1 } } };
    }),
  ).toEqual(['config-section telemetry/gateway/service/telemetry/logs/initial_fields/a::b']);
});

test('what is read from elsewhere has any shape', () => {
  expect(
    issuesIn((config) => {
      config.processors = '${file:/processors.yaml}';
      config.service.pipelines.logs.processors = '${env:PROCESSORS:-[batch]}';
    }),
  ).toEqual([]);
});

test.each([[null], [[]], ['a'], [1]])('a configuration may be anything, without a crash: %j', (config) => {
  const found = issuesOf(model({ collectors: [collector({ config: config as never })] }));
  expect(found).toContainEqual(expect.stringMatching(/^config-(section|empty) telemetry\/gateway$/));
});

test('parts may be anything, without a crash', () => {
  const odd = [null, [], {}, 'a', 1, true, [null], [[]], { a: null }, { '': {} }, '${A}'];
  const places = ['receivers', 'processors', 'exporters', 'connectors', 'extensions', 'service'];
  for (const value of odd) {
    for (const place of places)
      issuesIn((config) => {
        config[place] = value;
      });
    for (const place of ['pipelines', 'extensions', 'telemetry'])
      issuesIn((config) => {
        config.service[place] = value;
      });
    for (const place of ['receivers', 'processors', 'exporters'])
      issuesIn((config) => {
        config.service.pipelines.logs[place] = value;
      });
    for (const place of ['logs', 'metrics', 'traces', 'resource'])
      issuesIn((config) => {
        config.service.telemetry = { [place]: value };
      });
  }
  expect(checkModel(model())).toEqual([]);
});
