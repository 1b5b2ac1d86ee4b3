import type { DurationValue, Value } from '../../model/value';
import type { Extension } from '../component';
import type { TailSamplingPolicy } from './tail-sampling-policy';

export type * from './tail-sampling-policy';

/** Keeps or drops whole traces, once most of their spans are there. All spans of a trace must reach one collector. */
export interface TailSamplingProcessorConfig {
  /** A trace is kept when one of these keeps it, and none of type `drop` drops it. */
  readonly policies: readonly TailSamplingPolicy[];
  /** How long to wait for spans after the first one of a trace. @default 30s */
  readonly decision_wait?: DurationValue;
  /** How long to wait after the root span, if that is shorter. Since 0.159.0. @default off */
  readonly decision_wait_after_root_received?: DurationValue;
  /** The most traces in memory. @default 50000 */
  readonly num_traces?: Value<number>;
  /** Let the pipeline wait while memory is full, instead of deciding early. Since 0.159.0. @default false */
  readonly block_on_overflow?: Value<boolean>;
  /** How many traces to expect in a second, to reserve memory. @default 0 */
  readonly expected_new_traces_per_sec?: Value<number>;
  /** Remembers decisions for spans that come late. */
  readonly decision_cache?: TailSamplingDecisionCache;
  /** An extension that holds the spans; needs a feature gate. Since 0.159.0. @default memory */
  readonly tail_storage?: Extension<'other'>;
  /** Stop at the first policy that decides. @default false */
  readonly sample_on_first_match?: Value<boolean>;
  /** Look at policies when the wait is over, or at each span. Since 0.159.0. @default 'trace-complete' */
  readonly sampling_strategy?: Value<'trace-complete' | 'span-ingest'>;
  /** Drop what is undecided when the collector stops. Since 0.159.0. @default false */
  readonly drop_pending_traces_on_shutdown?: Value<boolean>;
  /** The most bytes of one trace; a larger one is dropped. 0 for no limit. Since 0.159.0. @default 0 */
  readonly maximum_trace_size_bytes?: Value<number>;
  /** Independent parts that work side by side, up to 256. Since 0.159.0. @default 1 */
  readonly num_shards?: Value<number>;
}

/** Remembers decisions for spans that come late. Each size should be a multiple of `num_traces`. */
export interface TailSamplingDecisionCache {
  /** How many kept traces are remembered. @default 0 */
  readonly sampled_cache_size?: Value<number>;
  /** How many dropped traces are remembered. @default 0 */
  readonly non_sampled_cache_size?: Value<number>;
}
