import type { ConfigValue } from '../../../model/config';
import type { Overlay } from '../../overlay';
import type { Section, SectionRule } from '../../section-rule';
import { fields, oneOf, rules, since } from '../parts';

const excludes = (signal: string, ...partitions: readonly string[]): SectionRule => ({
  field: `${signal}.message_key_from_metadata_key`,
  holds: (kafka) =>
    !kafka.given(`${signal}.message_key_from_metadata_key`) || !partitions.some((one) => kafka.flag(one)),
  message: `does not go with ${partitions.map((one) => `"${one}"`).join(' or ')}`,
  fix: 'Keep one of them.',
});

/** The keys by which batches are kept apart; `undefined` when there are no batches. */
function partitionKeys(kafka: Section): readonly ConfigValue[] | undefined {
  const isBatched =
    kafka.has('sending_queue.batch') &&
    kafka.flag('sending_queue.enabled', true) &&
    kafka.flag('sending_queue.batch.enabled', true);
  return isBatched ? kafka.list('sending_queue.batch.partition.metadata_keys') : undefined;
}

const isPartitioned = (field: string): SectionRule =>
  since('0.159.0', {
    field,
    holds: (kafka) => !kafka.given(field) || (partitionKeys(kafka)?.includes(kafka.text(field)) ?? true),
    message: 'is a key that the batches are not partitioned by, so that it would be lost',
    fix: 'Name it under "sending_queue", "batch", "partition", "metadata_keys" as well.',
  });

const hashers = oneOf('sarama_compat', 'murmur2');
const partitioners = ['sticky_key', 'round_robin', 'least_backup', 'extension'];

export const overlay: Overlay = {
  schema: {
    ...fields({
      producer: fields({
        flush_max_messages: { 'x-from': { '0.159.0': { minimum: 1 } } },
        max_broker_write_bytes: { 'x-from': { '0.159.0': { minimum: 104857600 } } },
      }),
      record_partitioner: {
        ...fields({ sticky_key: { ...fields({ hasher: hashers }), required: ['hasher'] } }),
        ...rules(
          {
            holds: (partitioner) => partitioners.filter((one) => partitioner.has(one)).length <= 1,
            message: 'takes only one of its fields',
            fix: 'Leave the others out.',
          },
          {
            holds: (partitioner) => partitioner.keys().length === 0 || partitioners.some((one) => partitioner.has(one)),
            message: `needs one of ${partitioners.map((one) => `"${one}"`).join(', ')}`,
            fix: 'Write e.g. "round_robin: {}".',
          },
        ),
      },
    }),
    ...rules(
      {
        field: 'partition_logs_by_trace_id',
        holds: (kafka) =>
          !kafka.flag('partition_logs_by_trace_id') || !kafka.flag('partition_logs_by_resource_attributes'),
        message: 'stands beside "partition_logs_by_resource_attributes"',
        fix: 'Keep one of the two.',
      },
      excludes('traces', 'partition_traces_by_id'),
      excludes('metrics', 'partition_metrics_by_resource_attributes'),
      excludes('logs', 'partition_logs_by_resource_attributes', 'partition_logs_by_trace_id'),
      since('0.159.0', {
        field: 'include_metadata_keys',
        holds: (kafka) => {
          const partitions = partitionKeys(kafka);
          return kafka.list('include_metadata_keys').every((key) => partitions?.includes(key) ?? true);
        },
        message: 'names keys that the batches are not partitioned by, so that they would be lost',
        fix: 'Name them under "sending_queue", "batch", "partition", "metadata_keys" as well.',
      }),
      ...['logs', 'metrics', 'traces', 'profiles'].flatMap((signal) => [
        isPartitioned(`${signal}.topic_from_metadata_key`),
        isPartitioned(`${signal}.message_key_from_metadata_key`),
      ]),
    ),
  },
};
