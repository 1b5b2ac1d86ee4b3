import { Exporter, Receiver } from '../catalog/component';
import type { KnownExporters, KnownReceivers } from '../catalog/types';
import { type Override, overridden } from '../collector/override';
import { MdaiError } from '../model/issue';
import { defaultRelease, isAtLeast, type Release } from '../model/release';
import { isRef, type Value } from '../model/value';

type ExporterConfig = KnownExporters['kafka']['config'];
type ReceiverConfig = KnownReceivers['kafka']['config'];

/** What one partition keeps together, by signal. */
interface Partitions {
  traces: 'traceID' | 'none';
  metrics: 'resource' | 'none';
  logs: 'traceID' | 'resource' | 'none';
}

type BufferSignal = keyof Partitions;

/** What a Kafka buffer is made of. */
export interface KafkaBufferOptions<S extends BufferSignal> {
  /** What it carries: a topic holds one signal. */
  readonly signal: S;
  /** Some of the brokers, `host:port`; the others are found through them. */
  readonly brokers: readonly Value<string>[];
  /** The topic, which is yours. @default the buffer's name */
  readonly topic?: Value<string>;
  /** How many partitions the topic has: at most as many pods read at a time. @default not known */
  readonly partitions?: number;
  /** The consumer group: collectors with one group share the topic. @default the buffer's name */
  readonly group?: Value<string>;
  /**
   * What one partition, and so one reading pod, gets all of. Logs by `traceID` need 0.159.
   * @default 'traceID' for traces, 'none' for metrics and logs
   */
  readonly partitionBy?: Partitions[S];
  /** How both sides log in to the brokers. @default not at all */
  readonly auth?: ExporterConfig['auth'];
  /** TLS of both sides. @default off */
  readonly tls?: ExporterConfig['tls'];
  /** Further fields of the exporter, merged over what is derived. */
  readonly exporter?: Override<ExporterConfig>;
  /** Further fields of the receiver, merged over what is derived. */
  readonly receiver?: Override<ReceiverConfig>;
}

/** Both ends of a topic between two collectors. */
export interface KafkaBuffer<S extends string> {
  /** For the collector that writes. */
  readonly exporter: Exporter<S, ExporterConfig>;
  /**
   * For the collector that reads. A message counts as read once its exporters have taken it: switch off their queues in
   * memory (`sending_queue: { enabled: false }`), or what waits there is lost with the pod.
   */
  readonly receiver: Receiver<S, ReceiverConfig>;
}

const partitionField: { readonly [key: string]: string } = {
  'traces traceID': 'partition_traces_by_id',
  'metrics resource': 'partition_metrics_by_resource_attributes',
  'logs resource': 'partition_logs_by_resource_attributes',
  'logs traceID': 'partition_logs_by_trace_id',
};

/**
 * A Kafka topic between two collectors. The writer waits for all replicas of the topic; the reader tells Kafka that a
 * message is read once its pipeline has taken it, tries again what the pipeline refuses, and begins with the oldest.
 *
 * @param name what comes behind the slash in the ids of the exporter and the receiver
 * @throws MdaiError for a topic that Kafka refuses, and for partitions that are no number of them
 */
export function kafkaBuffer<S extends BufferSignal>(name: string, options: KafkaBufferOptions<S>): KafkaBuffer<S> {
  const { signal, topic = name, group = name, partitions, exporter, receiver } = options;
  assertTopic(topic);
  if (partitions !== undefined && !(Number.isInteger(partitions) && partitions > 0)) {
    throw new MdaiError(`${partitions} is no number of partitions. Give a whole number of at least 1.`);
  }
  const common = connection(options);
  const field = partitionField[`${signal} ${options.partitionBy ?? (signal === 'traces' ? 'traceID' : 'none')}`];
  const written = {
    ...common,
    [signal]: { topic, encoding },
    ...(field !== undefined && { [field]: true }),
    producer: { required_acks: allReplicas },
  };
  const configIn = (release: Release) =>
    overridden(
      {
        ...common,
        group_id: group,
        initial_offset: 'earliest',
        [signal]: { ...(isAtLeast(release, listsTopics) ? { topics: [topic] } : { topic }), encoding },
        message_marking: { after: true },
        error_backoff: untilTaken,
      },
      receiver ? [receiver] : [],
    );
  const note = { configIn, ...(partitions !== undefined && { partitions }) };
  return {
    exporter: new Exporter('exporter', 'kafka', name, exporter ? overridden(written, [exporter]) : written),
    receiver: new Receiver('receiver', 'kafka', name, configIn(defaultRelease), note),
  };
}

// The first of this library's releases whose receiver reads several topics; older ones have one.
const listsTopics = '0.159.0';
const encoding = 'otlp_proto';
const allReplicas = -1;

// The receiver has no defaults for these, and without them it stops to read a partition at the first refusal. What is
// refused for longer is read again.
const untilTaken = {
  enabled: true,
  initial_interval: '1s',
  max_interval: '30s',
  multiplier: 1.5,
  randomization_factor: 0.5,
  max_elapsed_time: '5m',
};

function connection<S extends BufferSignal>({ brokers, auth, tls }: KafkaBufferOptions<S>): object {
  return { brokers, ...(auth && { auth }), ...(tls && { tls }) };
}

// org.apache.kafka.common.internals.Topic.
const legalTopic = /^[a-zA-Z0-9._-]{1,249}$/;

function assertTopic(topic: Value<string>): void {
  if (isRef(topic) || (legalTopic.test(topic) && topic !== '.' && topic !== '..')) return;
  throw new MdaiError(`"${topic}" is no topic. Use letters, digits, ".", "_" and "-", at most 249 of them.`);
}
