import type { DurationValue, Value } from '../../model/value';
import type { Extension } from '../component';

/** What most exporters have: a timeout, a queue, and another try. */
export interface ExporterConfig {
  /** How long one attempt may take. @default 5s */
  readonly timeout?: DurationValue;
  /** The queue in front of the exporter. @default on */
  readonly sending_queue?: SendingQueueConfig;
  /** When a failed export is tried again. @default on */
  readonly retry_on_failure?: RetryOnFailureConfig;
}

/** The queue in front of an exporter. */
export interface SendingQueueConfig {
  /** False sends in the pipeline's own time, without a queue. @default true */
  readonly enabled?: Value<boolean>;
  /** How many requests are sent at a time. @default 10 */
  readonly num_consumers?: Value<number>;
  /** Let the pipeline wait until its data was sent; not with `storage`. @default false */
  readonly wait_for_result?: Value<boolean>;
  /** Let the pipeline wait while the queue is full, instead of refusing data. @default false */
  readonly block_on_overflow?: Value<boolean>;
  /** What `queue_size` counts. @default 'requests' */
  readonly sizer?: Value<'requests' | 'items' | 'bytes'>;
  /** The most that the queue holds, in units of `sizer`. @default 1000 */
  readonly queue_size?: Value<number>;
  /** A storage extension that keeps the queue over a restart. @default memory */
  readonly storage?: Extension<'storage'>;
  /** Join requests before they are sent; `{}` turns it on. @default off */
  readonly batch?: QueueBatchConfig;
}

/** How a queue joins requests. */
export interface QueueBatchConfig {
  /** How long a small batch may wait. @default 200ms */
  readonly flush_timeout?: DurationValue;
  /** What the sizes count. @default the queue's `sizer`, or `items` */
  readonly sizer?: Value<'items' | 'bytes'>;
  /** The size at which a batch is sent. @default 8192 */
  readonly min_size?: Value<number>;
  /** The size over which a batch is split; 0 for never. @default 0 */
  readonly max_size?: Value<number>;
  /** Which data must not share a batch. Since 0.159.0. */
  readonly partition?: QueuePartitionConfig;
  /** False sends requests as they come. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** Which data must not share a batch. */
export interface QueuePartitionConfig {
  /** Keys of the client's metadata; data with other values goes into another batch. */
  readonly metadata_keys?: readonly Value<string>[];
}

/** When a failed export is tried again. */
export interface RetryOnFailureConfig {
  /** @default true */
  readonly enabled?: Value<boolean>;
  /** The wait before the second attempt. @default 5s */
  readonly initial_interval?: DurationValue;
  /** How far a wait may differ from the plan, 0 to 1. @default 0.5 */
  readonly randomization_factor?: Value<number>;
  /** How much longer each wait is than the one before. @default 1.5 */
  readonly multiplier?: Value<number>;
  /** The longest wait. @default 30s */
  readonly max_interval?: DurationValue;
  /** When to give the data up; 0 for never. @default 5m */
  readonly max_elapsed_time?: DurationValue;
}
