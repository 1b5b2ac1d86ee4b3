import type { Value } from '../../model/value';

/** Keeps a share of the traces or log records. */
export interface ProbabilisticSamplerProcessorConfig {
  /** The share to keep, in percent; over 100 means all. @default 0 */
  readonly sampling_percentage?: Value<number>;
  /** Collectors with the same seed keep the same traces. @default 0 */
  readonly hash_seed?: Value<number>;
  /** How the decision is made. @default 'proportional' for traces that carry a probability, else 'hash_seed' */
  readonly mode?: Value<'hash_seed' | 'equalizing' | 'proportional'>;
  /** Drop what cannot be decided. @default true */
  readonly fail_closed?: Value<boolean>;
  /** Hexadecimal digits of the threshold, 1 to 14. @default 4 */
  readonly sampling_precision?: Value<number>;
  /** What a log record is decided by: its trace, or the attribute `from_attribute`. @default 'traceID' */
  readonly attribute_source?: Value<'traceID' | 'record'>;
  /** The attribute of a log record that decides. */
  readonly from_attribute?: Value<string>;
  /** The attribute of a log record that holds a percentage of its own. */
  readonly sampling_priority?: Value<string>;
}
