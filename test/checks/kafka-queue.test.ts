import { type Draft, issueIn, issuesIn } from './models';

const reading =
  (queue: object | undefined, marking: object = { after: true }) =>
  (config: Draft) => {
    config.receivers = { kafka: { brokers: ['kafka:9092'], message_marking: marking } };
    config.exporters = { otlp_http: { endpoint: 'http://a:4318', ...(queue && { sending_queue: queue }) } };
    config.connectors = { forward: {} };
    config.extensions = { file_storage: { directory: '/queue' } };
    config.service.extensions = ['file_storage'];
    config.service.pipelines = {
      logs: { receivers: ['kafka'], exporters: ['forward'] },
      'logs/sent': { receivers: ['forward'], exporters: ['otlp_http'] },
    };
  };

test('what Kafka was told is read does not wait in memory', () => {
  expect(issueIn(reading(undefined))).toEqual({
    code: 'kafka-queue',
    severity: 'warning',
    path: 'telemetry/gateway/exporters/otlp_http',
    message: '"kafka" marks messages as read once "otlp_http" has queued them in memory, where a restart loses them.',
    fix: 'Set sending_queue: { enabled: false }, and Kafka is the queue; or give the queue a storage.',
  });
});

test('a queue that is there without being named is one, in each release', () => {
  for (const release of ['0.159.0', '0.131.0'] as const) {
    expect(issuesIn(reading(undefined), { release })).toEqual([expect.stringMatching(/^kafka-queue /)]);
  }
});

test('no queue, a queue on disk, and messages that are marked before are as they were meant', () => {
  expect(issuesIn(reading({ enabled: false }))).toEqual([]);
  expect(issuesIn(reading({ storage: 'file_storage' }))).toEqual([]);
  expect(issuesIn(reading(undefined, {}))).toEqual([]);
});
