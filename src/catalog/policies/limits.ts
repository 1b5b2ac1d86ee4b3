import { configText } from '../config-text';
import type { BytesLimitingPolicy, ProbabilisticPolicy, RateLimitingPolicy } from '../special/tail-sampling-policy';
import { assertCount, percentageOf } from './amount';

/** How much a policy keeps. */
export interface ProbabilisticOptions {
  /** The share of traces to keep, from 0 to 1. */
  readonly ratio: number;
  /**
   * Goes into the hash of the trace id. Processors with another salt keep other traces.
   * @default a fixed text
   */
  readonly salt?: string;
}

/**
 * Keeps a share of all traces, by their id.
 *
 * @throws MdaiError for a ratio that is none
 */
export function probabilistic({ ratio, salt }: ProbabilisticOptions, name = 'probabilistic'): ProbabilisticPolicy {
  const share = { sampling_percentage: percentageOf(ratio) };
  return {
    name,
    type: 'probabilistic',
    probabilistic: { ...share, ...(salt !== undefined && { hash_salt: configText(salt) }) },
  };
}

/** How many spans a policy keeps. */
export interface RateLimitingOptions {
  /** Spans a second. */
  readonly spansPerSecond: number;
  /**
   * Spans at a time: a trace with more is not kept. Since 0.159.0.
   * @default twice `spansPerSecond`; `spansPerSecond` in 0.131.0
   */
  readonly burst?: number;
}

/**
 * Keeps traces up to a number of spans a second.
 *
 * @throws MdaiError for what is no number of spans
 */
export function rateLimiting(
  { spansPerSecond, burst }: RateLimitingOptions,
  name = 'rate-limiting',
): RateLimitingPolicy {
  assertCount('spansPerSecond', spansPerSecond);
  assertCount('burst', burst);
  return {
    name,
    type: 'rate_limiting',
    rate_limiting: { spans_per_second: spansPerSecond, ...(burst !== undefined && { burst_capacity: burst }) },
  };
}

/** How many bytes a policy keeps, as OTLP. */
export interface BytesLimitingOptions {
  /** Bytes a second. */
  readonly bytesPerSecond: number;
  /**
   * Bytes at a time: a larger trace is not kept.
   * @default twice `bytesPerSecond`
   */
  readonly burst?: number;
}

/**
 * Keeps traces up to a number of bytes a second. Since 0.159.0.
 *
 * @throws MdaiError for what is no number of bytes
 */
export function bytesLimiting(
  { bytesPerSecond, burst }: BytesLimitingOptions,
  name = 'bytes-limiting',
): BytesLimitingPolicy {
  assertCount('bytesPerSecond', bytesPerSecond);
  assertCount('burst', burst);
  return {
    name,
    type: 'bytes_limiting',
    bytes_limiting: { bytes_per_second: bytesPerSecond, ...(burst !== undefined && { burst_capacity: burst }) },
  };
}
