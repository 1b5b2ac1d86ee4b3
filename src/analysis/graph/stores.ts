import { at, type ConfigMap, type ConfigValue } from '../../model/config';
import type { Signal } from '../../model/signal';

/** A topic or a bucket that a component writes or reads: what one writes another may read. */
export interface Store {
  readonly kind: 'topic' | 'bucket';
  readonly name: string;
  /** Who keeps it. */
  readonly at: string;
}

type StoreOf = (config: ConfigMap, signal: Signal) => readonly Store[];

/** What Kafka's components call a topic that is not named. */
const kafkaTopics: Readonly<Record<Signal, string>> = {
  logs: 'otlp_logs',
  metrics: 'otlp_metrics',
  traces: 'otlp_spans',
  profiles: 'otlp_profiles',
};

/** The components with a store, by kind and newest type. */
const storeTable: Readonly<Record<string, StoreOf>> = {
  'exporter kafka': (config, signal) => [
    topic(text(at(config, signal, 'topic')) ?? text(config.topic) ?? kafkaTopics[signal], brokers(config)),
  ],
  'receiver kafka': (config, signal) => {
    const named = [
      ...texts(at(config, signal, 'topics')),
      ...texts(at(config, signal, 'topic')),
      ...texts(config.topic),
    ];
    return (named.length > 0 ? named : [kafkaTopics[signal]]).map((name) => topic(name, brokers(config)));
  },
  'exporter pulsar': (config, signal) => [
    topic(text(config.topic) ?? kafkaTopics[signal], text(config.endpoint) ?? 'Pulsar'),
  ],
  'receiver pulsar': (config, signal) => [
    topic(text(config.topic) ?? kafkaTopics[signal], text(config.endpoint) ?? 'Pulsar'),
  ],
  'exporter googlecloudpubsub': (config) => texts(config.topic).map((name) => topic(name, 'Pub/Sub')),
  'receiver googlecloudpubsub': (config) => texts(config.subscription).map((name) => topic(name, 'Pub/Sub')),
  'exporter rabbitmq': (config) =>
    texts(at(config, 'routing', 'routing_key')).map((name) =>
      topic(name, text(at(config, 'connection', 'endpoint')) ?? 'RabbitMQ'),
    ),
  'exporter awskinesis': (config) => texts(at(config, 'aws', 'stream_name')).map((name) => topic(name, 'Kinesis')),
  'exporter awss3': (config) => bucket(at(config, 's3uploader')),
  'receiver awss3': (config) => bucket(at(config, 's3downloader')),
  'exporter awscloudwatchlogs': (config) =>
    texts(config.log_group_name).map((name) => ({ kind: 'bucket', name, at: 'CloudWatch Logs' })),
};

/** The stores that a component writes or reads for a signal. */
export function storesOf(key: string, config: ConfigMap, signal: Signal): readonly Store[] {
  return Object.hasOwn(storeTable, key) ? (storeTable[key]?.(config, signal) ?? []) : [];
}

/** Whether a component writes to, or reads from, a store, so that its address is the store's. */
export function hasStore(key: string): boolean {
  return Object.hasOwn(storeTable, key);
}

function topic(name: string, where: string): Store {
  return { kind: 'topic', name, at: where };
}

function bucket(place: ConfigValue | undefined): readonly Store[] {
  return texts(at(place, 's3_bucket')).map((name) => s3(name, text(at(place, 'region'))));
}

/** A bucket of S3; without a region it is in the one that the components take. */
export function s3(name: string, region = 'us-east-1'): Store {
  return { kind: 'bucket', name, at: `S3, ${region}` };
}

function brokers(config: ConfigMap): string {
  return texts(config.brokers).join(', ') || 'localhost:9092';
}

function text(value: ConfigValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: ConfigValue | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: ConfigValue | undefined) => text(one) ?? []);
}
