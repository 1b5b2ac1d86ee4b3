import type { DurationValue, Value } from '../../model/value';

/** Refuses data while the collector uses too much memory. Needs a limit, in MiB or as a percentage. */
export interface MemoryLimiterProcessorConfig {
  /** How often memory is measured, e.g. 1s. */
  readonly check_interval: DurationValue;
  /** The hard limit of the heap, in MiB. */
  readonly limit_mib?: Value<number>;
  /** How far under the hard limit data is refused, in MiB. @default 20 % of the limit */
  readonly spike_limit_mib?: Value<number>;
  /** The hard limit of the heap, as a percentage of what the container or machine has. */
  readonly limit_percentage?: Value<number>;
  /** How far under the hard limit data is refused, as a percentage. @default 20 % of the limit */
  readonly spike_limit_percentage?: Value<number>;
  /** The least time between two garbage collections over the soft limit. @default 10s */
  readonly min_gc_interval_when_soft_limited?: DurationValue;
  /** The least time between two garbage collections over the hard limit. @default 0s */
  readonly min_gc_interval_when_hard_limited?: DurationValue;
  /** The most that this time grows while collections free little, over the soft limit. Since 0.159.0. @default 30s */
  readonly max_gc_interval_when_soft_limited?: DurationValue;
  /** The same over the hard limit. Since 0.159.0. @default 30s */
  readonly max_gc_interval_when_hard_limited?: DurationValue;
}
