import type { DurationValue, Value } from '../../model/value';

/** Joins small batches into larger ones. */
export interface BatchProcessorConfig {
  /** How long a batch may wait; 0 sends at once. @default 200ms */
  readonly timeout?: DurationValue;
  /** The number of spans, data points or log records at which a batch is sent. @default 8192 */
  readonly send_batch_size?: Value<number>;
  /** The number over which a batch is split; 0 for never. @default 0 */
  readonly send_batch_max_size?: Value<number>;
  /** Keys of the client's metadata; data with other values goes into another batch. @default none */
  readonly metadata_keys?: readonly Value<string>[];
  /** The most combinations of those values at a time. @default 1000 */
  readonly metadata_cardinality_limit?: Value<number>;
}
