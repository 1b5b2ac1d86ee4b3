import { formatIssue } from '../../src/model/issue';
import { issueIn, issuesIn } from './models';

test('what a pipeline names is defined', () => {
  const issue = issueIn((config) => {
    config.exporters = { 'otlp_http/vendor': { endpoint: 'https://vendor.example' }, debug: {} };
    config.service.pipelines = {
      'logs/in': { receivers: ['otlp'], exporters: ['otlp_htp/vendor', 'otlp_http/vendor', 'debug'] },
    };
  });
  expect(formatIssue(issue)).toBe(
    'telemetry/gateway/logs/in: exporter "otlp_htp/vendor" is not defined. Did you mean "otlp_http/vendor"? [component-undefined]',
  );
});

test('connectors count on both sides', () => {
  const connected = (id: string) =>
    issuesIn((config) => {
      config.connectors = { forward: {} };
      config.service.pipelines = {
        logs: { receivers: ['otlp'], exporters: ['forward'] },
        'logs/b': { receivers: ['forward', id], exporters: ['debug'] },
      };
    });
  expect(connected('forward/b')).toEqual(['component-undefined telemetry/gateway/logs/b']);
  expect(connected('forward')).toEqual([]);
});

test('a component in the wrong list is found', () => {
  expect(
    issueIn((config) => {
      config.processors = { batch: {} };
      config.service.pipelines.logs.processors = ['batch'];
      config.service.pipelines.logs.exporters = ['debug', 'batch'];
    }).fix,
  ).toBe('There is a processor "batch". List it under "processors".');
});

test('a section from elsewhere may define it', () => {
  expect(
    issuesIn((config) => {
      config.exporters = '${file:/exporters.yaml}';
      config.service.pipelines.logs.exporters = ['vendor', '${env:EXPORTER:-debug}'];
    }),
  ).toEqual([]);
});
