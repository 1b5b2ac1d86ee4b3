import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, needsOneOf, nonNegativeDuration, positiveDuration, rules, since } from '../parts';

const percentage: JsonSchema = { maximum: 100 };

/** A spike leaves room below the limit; no limit of that kind, no rule. */
const spikeBelow = (spike: string, limit: string): SectionRule => ({
  field: spike,
  holds: (limiter) => limiter.number(limit) === 0 || limiter.number(spike) < limiter.number(limit),
  message: `is not less than "${limit}"`,
  fix: 'Lower it: the memory between the two is what is used before data is refused.',
});

const leastSoft = 'min_gc_interval_when_soft_limited';
const leastHard = 'min_gc_interval_when_hard_limited';
const mostSoft = 'max_gc_interval_when_soft_limited';
const mostHard = 'max_gc_interval_when_hard_limited';
const otherwise: Readonly<Record<string, string>> = {
  [leastSoft]: '10s',
  [leastHard]: '0s',
  [mostSoft]: '30s',
  [mostHard]: '30s',
};

/** One interval of the garbage collection is not shorter than another; a longest one of zero is none. */
const notShorter = (longer: string, shorter: string): SectionRule => ({
  field: longer,
  holds: (limiter) => {
    const [a, b] = [limiter.duration(longer, otherwise[longer]), limiter.duration(shorter, otherwise[shorter])];
    return (longer.startsWith('max') && a <= 0) || (shorter.startsWith('max') && b <= 0) || a >= b;
  },
  message: `is shorter than "${shorter}"; unless they are set, they are ${otherwise[longer]} and ${otherwise[shorter]}`,
  fix: 'Raise it, or lower the other.',
});

/** For the processor and the extension. */
export const overlay: Overlay = {
  schema: {
    ...fields({
      check_interval: positiveDuration,
      limit_percentage: percentage,
      spike_limit_percentage: percentage,
      max_gc_interval_when_soft_limited: nonNegativeDuration,
      max_gc_interval_when_hard_limited: nonNegativeDuration,
    }),
    required: ['check_interval'],
    ...needsOneOf('limit_mib', 'limit_percentage'),
    ...rules(
      spikeBelow('spike_limit_mib', 'limit_mib'),
      spikeBelow('spike_limit_percentage', 'limit_percentage'),
      notShorter(leastSoft, leastHard),
      since('0.159.0', notShorter(mostSoft, leastSoft)),
      since('0.159.0', notShorter(mostHard, leastHard)),
      since('0.159.0', notShorter(mostSoft, mostHard)),
    ),
  },
};
