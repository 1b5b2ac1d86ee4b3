import type { ComponentFacts } from '../../facts';
import { duration, nonNegativeDuration, positiveDuration, uint32 } from '../../shared-scalars';

const percentage = { ...uint32, maximum: 100 };

export const memoryLimiter: ComponentFacts = {
  kind: 'processor',
  type: 'memory_limiter',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      check_interval: positiveDuration,
      limit_mib: uint32,
      spike_limit_mib: uint32,
      limit_percentage: percentage,
      spike_limit_percentage: percentage,
      min_gc_interval_when_soft_limited: duration,
      min_gc_interval_when_hard_limited: duration,
      max_gc_interval_when_soft_limited: { ...nonNegativeDuration, 'x-since': '0.159.0' },
      max_gc_interval_when_hard_limited: { ...nonNegativeDuration, 'x-since': '0.159.0' },
    },
    required: ['check_interval'],
    anyOf: [{ required: ['limit_mib'] }, { required: ['limit_percentage'] }],
  },
};
