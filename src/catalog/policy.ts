import { MdaiError } from '../model/issue';
import type { TailSamplingPolicy } from './special/tail-sampling-policy';

/** How much a policy keeps. */
export interface ProbabilisticOptions {
  /** The share of traces to keep, from 0 to 1. */
  readonly ratio: number;
}

/** Common policies of the `tail_sampling` processor. A trace is kept when one of them keeps it. */
export const policy = {
  /** Keeps traces with a span that failed. */
  errors(name = 'errors'): TailSamplingPolicy {
    return { name, type: 'status_code', status_code: { status_codes: ['ERROR'] } };
  },

  /** Keeps traces that take at least this long, in milliseconds. */
  slow(options: { readonly thresholdMs: number }, name = 'slow'): TailSamplingPolicy {
    return { name, type: 'latency', latency: { threshold_ms: options.thresholdMs } };
  },

  /** Keeps a share of all traces, by their id. */
  probabilistic(options: ProbabilisticOptions, name = 'probabilistic'): TailSamplingPolicy {
    if (!(options.ratio >= 0 && options.ratio <= 1)) {
      throw new MdaiError(`A ratio is a number from 0 to 1, not ${options.ratio}.`);
    }
    return { name, type: 'probabilistic', probabilistic: { sampling_percentage: percentage(options.ratio) } };
  },
};

/** A share as a percentage, without the noise of binary fractions. */
function percentage(ratio: number): number {
  return Number((ratio * 100).toPrecision(12));
}
