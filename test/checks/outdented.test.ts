import { type Draft, issueIn } from './models';

test.each<[string, (config: Draft) => void, string, string]>([
  [
    'parts of the service at the root',
    (config) => {
      config.telemetry = {};
    },
    'telemetry',
    '"telemetry" stands too far out: it belongs into "service".',
  ],
  [
    'a pipeline in the service',
    (config) => {
      config.service['logs/out'] = { receivers: ['otlp'], exporters: ['debug'] };
    },
    'service/logs/out',
    '"logs/out" stands too far out: it belongs into "pipelines".',
  ],
  [
    'a pipeline at the root',
    (config) => {
      config.traces = { receivers: ['otlp'], exporters: ['debug'] };
    },
    'traces',
    '"traces" stands too far out: it belongs into "pipelines" of "service".',
  ],
  [
    'a part of a pipeline among the pipelines',
    (config) => {
      config.service.pipelines.processors = ['batch'];
    },
    'processors',
    '"processors" stands too far out: it belongs into the pipeline above.',
  ],
  [
    'a field beside the empty section that has it',
    (config) => {
      config.receivers.otlp = { protocols: { grpc: null, endpoint: '0.0.0.0:4317' } };
    },
    'receivers/otlp/protocols/endpoint',
    '"endpoint" stands beside "grpc", which is empty, and belongs into it.',
  ],
])('%s belong further in', (_, change, path, message) => {
  const issue = issueIn(change);
  expect({ ...issue, path: issue.path.replace(/^telemetry\/gateway\//, '') }).toMatchObject({
    code: 'yaml-indent',
    severity: 'error',
    path,
    message,
  });
});

test('what is unknown wherever it stands is unknown', () => {
  const issue = issueIn((config) => {
    config.service.pipeline = {};
  });
  expect(issue.code).toBe('config-section');
});
