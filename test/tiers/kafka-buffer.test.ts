import { App, Chart } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  exporters,
  type KafkaBufferOptions,
  kafkaBuffer,
  receivers,
  secret,
} from '../../src/index';
import { issuesOf } from '../../src/testing';

const brokers = ['kafka:9092'];
const otlp = receivers.otlp({ protocols: { grpc: {} } });

function tiers(reading: CollectorProps = {}) {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  return { writer: new Collector(chart, 'writer'), reader: new Collector(chart, 'reader', reading) };
}

test('both ends agree on topic and encoding, and nothing is lost between them', () => {
  const { writer, reader } = tiers();
  const buffer = kafkaBuffer('spans', { signal: 'traces', brokers });
  writer.pipeline('traces', { from: [otlp], to: [buffer.exporter] });
  reader.pipeline('traces', { from: [buffer.receiver], to: [exporters.debug()] });
  expect(writer.toConfig().exporters).toEqual({
    'kafka/spans': {
      brokers,
      traces: { topic: 'spans', encoding: 'otlp_proto' },
      partition_traces_by_id: true,
      producer: { required_acks: -1 },
    },
  });
  expect(reader.toConfig().receivers).toEqual({
    'kafka/spans': {
      brokers,
      group_id: 'spans',
      initial_offset: 'earliest',
      traces: { topics: ['spans'], encoding: 'otlp_proto' },
      message_marking: { after: true },
      error_backoff: {
        enabled: true,
        initial_interval: '1s',
        max_interval: '30s',
        multiplier: 1.5,
        randomization_factor: 0.5,
        max_elapsed_time: '5m',
      },
    },
  });
  expect(issuesOf(reader)).toEqual([]);
});

test('each collector gets the fields of its release', () => {
  const { writer, reader } = tiers({ release: '0.131.0' });
  const buffer = kafkaBuffer('spans', { signal: 'traces', brokers, receiver: { client_id: 'reader' } });
  writer.pipeline('traces', { from: [otlp], to: [buffer.exporter] });
  reader.pipeline('traces', { from: [buffer.receiver], to: [exporters.debug()] });
  reader.override(buffer.receiver, { session_timeout: '20s' });
  expect(reader.toConfig().receivers).toMatchObject({
    'kafka/spans': { traces: { topic: 'spans' }, client_id: 'reader', session_timeout: '20s' },
  });
  expect(issuesOf(reader)).toEqual([]);
});

test('topic, group, credentials and further fields are the user’s', () => {
  const { writer, reader } = tiers();
  const sasl = { mechanism: 'SCRAM-SHA-512', username: 'otel', password: secret('kafka', 'password') } as const;
  const buffer = kafkaBuffer('logs', {
    signal: 'logs',
    brokers,
    topic: 'telemetry.logs',
    group: 'archive',
    partitionBy: 'resource',
    auth: { sasl },
    tls: {},
    exporter: { producer: { compression: 'zstd' } },
    receiver: { error_backoff: { max_elapsed_time: '1m' }, message_marking: { on_error: true } },
  });
  writer.pipeline('logs', { from: [otlp], to: [buffer.exporter] });
  reader.pipeline('logs', { from: [buffer.receiver], to: [exporters.debug()] });
  const common = { tls: {}, auth: { sasl: { ...sasl, password: '${env:KAFKA_PASSWORD}' } } };
  expect(writer.toConfig().exporters).toMatchObject({
    'kafka/logs': {
      ...common,
      logs: { topic: 'telemetry.logs' },
      partition_logs_by_resource_attributes: true,
      producer: { required_acks: -1, compression: 'zstd' },
    },
  });
  expect(reader.toConfig().receivers).toMatchObject({
    'kafka/logs': {
      ...common,
      group_id: 'archive',
      logs: { topics: ['telemetry.logs'] },
      message_marking: { after: true, on_error: true },
      error_backoff: { initial_interval: '1s', max_elapsed_time: '1m' },
    },
  });
  expect(issuesOf(reader)).toEqual([]);
});

test.each([
  ['metrics', 'none', {}],
  ['metrics', 'resource', { partition_metrics_by_resource_attributes: true }],
  ['logs', undefined, {}],
  ['logs', 'traceID', { partition_logs_by_trace_id: true }],
  ['traces', 'none', {}],
] as const)('%s partitioned by %s', (signal, partitionBy, fields) => {
  const { writer, reader } = tiers();
  const options = { signal, brokers, partitionBy } as KafkaBufferOptions<typeof signal>;
  const { exporter, receiver } = kafkaBuffer('b', options);
  writer.pipeline(signal, { from: [otlp], to: [exporter] });
  reader.pipeline(signal, { from: [receiver], to: [exporters.debug()] });
  expect(writer.toConfig().exporters).toEqual({
    'kafka/b': {
      brokers,
      [signal]: { topic: 'b', encoding: 'otlp_proto' },
      producer: { required_acks: -1 },
      ...fields,
    },
  });
  expect(issuesOf(writer)).toEqual([]);
});

test('more readers than partitions are warned of', () => {
  const warnings = (partitions: number | undefined, reading: CollectorProps) => {
    const { reader } = tiers(reading);
    const { receiver } = kafkaBuffer('spans', { signal: 'traces', brokers, ...(partitions && { partitions }) });
    reader.pipeline('traces', { from: [receiver], to: [exporters.debug()] });
    return issuesOf(reader).filter(({ code }) => code === 'kafka-partitions');
  };
  expect(warnings(12, { replicas: { min: 2, max: 12 } })).toEqual([]);
  expect(warnings(12, { replicas: { min: 2, max: 20 } })).toEqual([
    {
      code: 'kafka-partitions',
      severity: 'warning',
      path: 'telemetry/reader/receivers/kafka/spans',
      message: '20 pods read a topic of 12 partitions, so that 8 of them stay idle.',
      fix: 'Have at most 12 replicas, or give the topic more partitions.',
    },
  ]);
  expect(warnings(undefined, {})).toEqual([]);
  expect(warnings(undefined, { replicas: 3 })).toEqual([
    expect.objectContaining({
      message: 'up to 3 pods read a topic, and it is not known whether it has a partition for each.',
    }),
  ]);
  expect(warnings(2, { mode: 'daemonset' })).toEqual([]);
});

test('what is no topic, and no number of partitions, throws', () => {
  expect(() => kafkaBuffer('a', { signal: 'logs', brokers, topic: 'a b' })).toThrow('"a b" is no topic.');
  expect(() => kafkaBuffer('a', { signal: 'logs', brokers, partitions: 0 })).toThrow('0 is no number of partitions.');
});
