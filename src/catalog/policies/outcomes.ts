import { MdaiError } from '../../model/issue';
import type { DurationLike } from '../../model/value';
import { isCondition } from '../../ottl/condition';
import type { ErrorMode, SpanCondition, SpanEventCondition } from '../special/conditions';
import type {
  AlwaysSamplePolicy,
  LatencyPolicy,
  OttlConditionPolicy,
  SpanCountPolicy,
  StatusCodePolicy,
} from '../special/tail-sampling-policy';
import { assertCount, assertRange, assertSome, milliseconds } from './amount';

/** Keeps all traces. */
export function always(name = 'always'): AlwaysSamplePolicy {
  return { name, type: 'always_sample' };
}

/** Keeps traces with a span that failed. */
export function errors(name = 'errors'): StatusCodePolicy {
  return statusCodes(['ERROR'], name);
}

/** How a span ended, as its instrumentation says. */
export type StatusCode = 'OK' | 'ERROR' | 'UNSET';

/**
 * Keeps traces with a span that has one of these status codes.
 *
 * @throws MdaiError for no code
 */
export function statusCodes(codes: readonly StatusCode[], name = 'status-codes'): StatusCodePolicy {
  assertSome('status code', codes);
  return { name, type: 'status_code', status_code: { status_codes: codes } };
}

/** How long a trace takes, in whole milliseconds: cdk8s' `Duration`, or text such as `500ms` or `1.5s`. */
export interface SlowOptions {
  /** A trace is kept that takes longer than this; in release 0.131.0 without `upTo`, as long as this. */
  readonly over: string | DurationLike;
  /**
   * The longest that is kept. The processor looks at span after span, and keeps a longer trace too when the spans that it
   * sees first take a time within the bounds.
   * @default no limit
   */
  readonly upTo?: string | DurationLike;
}

/**
 * Keeps traces by how long they take, from the start of the first span to the end of the last.
 *
 * @throws MdaiError for what is no duration, and for bounds with nothing between them
 */
export function slow({ over, upTo }: SlowOptions, name = 'slow'): LatencyPolicy {
  const threshold_ms = milliseconds('over', over);
  if (upTo === undefined) return { name, type: 'latency', latency: { threshold_ms } };
  const upper_threshold_ms = milliseconds('upTo', upTo);
  if (upper_threshold_ms <= threshold_ms) {
    throw new MdaiError(`"over" is ${threshold_ms} ms and "upTo" ${upper_threshold_ms} ms: nothing lies between them.`);
  }
  return { name, type: 'latency', latency: { threshold_ms, upper_threshold_ms } };
}

/** How many spans a trace has. One of the bounds is given at least. */
export interface SpanCountOptions {
  /** At least this number of spans. @default no limit */
  readonly min?: number;
  /** At most this number of spans. @default no limit */
  readonly max?: number;
}

/**
 * Keeps traces by their number of spans.
 *
 * @throws MdaiError for no bound, for what is no number of spans, and for bounds with nothing between them
 */
export function spanCount({ min, max }: SpanCountOptions, name = 'span-count'): SpanCountPolicy {
  assertSome(
    'bound, "min" or "max"',
    [min, max].filter((bound) => bound !== undefined),
  );
  assertCount('min', min);
  assertCount('max', max);
  assertRange('min', min, 'max', max);
  return {
    name,
    type: 'span_count',
    span_count: { ...(min !== undefined && { min_spans: min }), ...(max !== undefined && { max_spans: max }) },
  };
}

/** Conditions in OTTL. One of the lists is given at least. */
export interface ConditionOptions {
  /** Keeps traces with a span that meets one of these. @default none */
  readonly span?: readonly SpanCondition[];
  /** Keeps traces with a span event that meets one of these. @default none */
  readonly spanEvent?: readonly SpanEventCondition[];
  /** What happens when a condition fails on a span. @default 'ignore' */
  readonly errorMode?: ErrorMode;
}

/**
 * Keeps traces with a span, or a span event, that meets a condition.
 *
 * @param when a condition on spans, or conditions on spans and span events
 * @throws MdaiError for no condition
 */
export function condition(when: SpanCondition | ConditionOptions, name = 'condition'): OttlConditionPolicy {
  const options: ConditionOptions = typeof when === 'string' || isCondition(when) ? { span: [when] } : when;
  const { span = [], spanEvent = [], errorMode = 'ignore' } = options;
  assertSome('condition', [...span, ...spanEvent]);
  return {
    name,
    type: 'ottl_condition',
    ottl_condition: {
      error_mode: errorMode,
      ...(span.length > 0 && { span }),
      ...(spanEvent.length > 0 && { spanevent: spanEvent }),
    },
  };
}
