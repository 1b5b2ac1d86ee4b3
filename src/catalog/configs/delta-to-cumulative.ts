import type { DurationValue, Value } from '../../model/value';

/** Adds up delta metrics to cumulative ones. */
export interface DeltaToCumulativeProcessorConfig {
  /** How long a series without new points is kept. @default 5m */
  readonly max_stale?: DurationValue;
  /** The most series at a time; points of further ones are dropped. @default no limit */
  readonly max_streams?: Value<number>;
}
