import type { Value } from '../../model/value';
import type { ErrorMode, SpanCondition, SpanEventCondition } from './conditions';

/** Decides on a trace. */
export type TailSamplingPolicy = TailSamplingLeafPolicy | AndPolicy | CompositePolicy | DropPolicy | NotPolicy;

/** A policy that contains no others. */
export type TailSamplingLeafPolicy =
  | AlwaysSamplePolicy
  | BooleanAttributePolicy
  | BytesLimitingPolicy
  | LatencyPolicy
  | NumericAttributePolicy
  | OttlConditionPolicy
  | ProbabilisticPolicy
  | RateLimitingPolicy
  | SpanCountPolicy
  | StatusCodePolicy
  | StringAttributePolicy
  | TraceFlagsPolicy
  | TraceStatePolicy;

interface NamedPolicy {
  /** A name, once in the processor; metrics and other policies refer to it. */
  readonly name: string;
}

/** Keeps all. */
export interface AlwaysSamplePolicy extends NamedPolicy {
  readonly type: 'always_sample';
}

/** Keeps traces with a span that has a value of an attribute. */
export interface BooleanAttributePolicy extends NamedPolicy {
  readonly type: 'boolean_attribute';
  readonly boolean_attribute: {
    readonly key: Value<string>;
    readonly value: Value<boolean>;
    /** Keep those without it instead. @default false */
    readonly invert_match?: Value<boolean>;
  };
}

/** Keeps traces up to a number of bytes a second. Since 0.159.0. */
export interface BytesLimitingPolicy extends NamedPolicy {
  readonly type: 'bytes_limiting';
  readonly bytes_limiting: {
    readonly bytes_per_second: Value<number>;
    /** Bytes at a time. @default twice `bytes_per_second` */
    readonly burst_capacity?: Value<number>;
  };
}

/** Keeps traces by how long they take. */
export interface LatencyPolicy extends NamedPolicy {
  readonly type: 'latency';
  readonly latency: {
    /** At least, in milliseconds. */
    readonly threshold_ms: Value<number>;
    /** At most, in milliseconds. @default no limit */
    readonly upper_threshold_ms?: Value<number>;
  };
}

/** Keeps traces with a number within bounds in an attribute. */
export interface NumericAttributePolicy extends NamedPolicy {
  readonly type: 'numeric_attribute';
  readonly numeric_attribute: {
    readonly key: Value<string>;
    /** At least; 0 counts as not given. @default no limit */
    readonly min_value?: Value<number>;
    /** At most; 0 counts as not given. @default no limit */
    readonly max_value?: Value<number>;
    /** Keep those outside the bounds instead. @default false */
    readonly invert_match?: Value<boolean>;
  };
}

/** Keeps traces with a span or span event that meets a condition. */
export interface OttlConditionPolicy extends NamedPolicy {
  readonly type: 'ottl_condition';
  readonly ottl_condition: {
    readonly error_mode?: Value<ErrorMode>;
    readonly span?: readonly SpanCondition[];
    readonly spanevent?: readonly SpanEventCondition[];
  };
}

/** Keeps a share of all traces. */
export interface ProbabilisticPolicy extends NamedPolicy {
  readonly type: 'probabilistic';
  readonly probabilistic: {
    /** The share, in percent. */
    readonly sampling_percentage: Value<number>;
    /** Processors with another salt keep other traces. @default a fixed text */
    readonly hash_salt?: Value<string>;
  };
}

/** Keeps traces up to a number of spans a second. */
export interface RateLimitingPolicy extends NamedPolicy {
  readonly type: 'rate_limiting';
  readonly rate_limiting: {
    readonly spans_per_second: Value<number>;
    /** Spans at a time. Since 0.159.0. @default `spans_per_second` */
    readonly burst_capacity?: Value<number>;
  };
}

/** Keeps traces by their number of spans. */
export interface SpanCountPolicy extends NamedPolicy {
  readonly type: 'span_count';
  readonly span_count: {
    /** @default 0 */
    readonly min_spans?: Value<number>;
    /** @default no limit */
    readonly max_spans?: Value<number>;
  };
}

/** Keeps traces with a span of a status. */
export interface StatusCodePolicy extends NamedPolicy {
  readonly type: 'status_code';
  readonly status_code: { readonly status_codes: readonly Value<'OK' | 'ERROR' | 'UNSET'>[] };
}

/** Keeps traces with a text in an attribute of a span or the resource. */
export interface StringAttributePolicy extends NamedPolicy {
  readonly type: 'string_attribute';
  readonly string_attribute: {
    readonly key: Value<string>;
    readonly values: readonly Value<string>[];
    /** Whether the values are regular expressions. @default false */
    readonly enabled_regex_matching?: Value<boolean>;
    /** How many results of expressions are remembered. @default 128 */
    readonly cache_max_size?: Value<number>;
    /** Keep those without it instead. @default false */
    readonly invert_match?: Value<boolean>;
  };
}

/** Keeps traces whose sender marked them as sampled. Since 0.159.0. */
export interface TraceFlagsPolicy extends NamedPolicy {
  readonly type: 'trace_flags';
}

/** Keeps traces with a value in their trace state. */
export interface TraceStatePolicy extends NamedPolicy {
  readonly type: 'trace_state';
  readonly trace_state: { readonly key: Value<string>; readonly values: readonly Value<string>[] };
}

/** Keeps traces that all its parts keep. */
export interface AndPolicy extends NamedPolicy {
  readonly type: 'and';
  /** The parts; `not` since 0.159.0. */
  readonly and: { readonly and_sub_policy: readonly (TailSamplingLeafPolicy | NotPolicy)[] };
}

/** Drops traces that all its parts keep, whatever other policies say. */
export interface DropPolicy extends NamedPolicy {
  readonly type: 'drop';
  /** The parts; `not` since 0.159.0. */
  readonly drop: { readonly drop_sub_policy: readonly (TailSamplingLeafPolicy | NotPolicy)[] };
}

/** Keeps traces that its part does not keep. Since 0.159.0. */
export interface NotPolicy extends NamedPolicy {
  readonly type: 'not';
  readonly not: { readonly not_sub_policy: TailSamplingLeafPolicy };
}

/** Shares a rate among its parts. */
export interface CompositePolicy extends NamedPolicy {
  readonly type: 'composite';
  readonly composite: {
    /** The rate, in spans a second. */
    readonly max_total_spans_per_second: Value<number>;
    /** The names of the parts, in the order in which they are asked. */
    readonly policy_order: readonly string[];
    readonly composite_sub_policy: readonly (TailSamplingLeafPolicy | AndPolicy)[];
    /** Each part's share of the rate, in percent. @default equal shares */
    readonly rate_allocation?: readonly { readonly policy: string; readonly percent: Value<number> }[];
  };
}
