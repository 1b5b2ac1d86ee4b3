import type { ComponentFacts } from '../../facts';
import { bool, float, int, text, uint32 } from '../../shared-scalars';

export const probabilisticSampler: ComponentFacts = {
  kind: 'processor',
  type: 'probabilistic_sampler',
  signals: ['traces', 'logs'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      // More than 100 means 100.
      sampling_percentage: { ...float, minimum: 0 },
      hash_seed: uint32,
      mode: { type: 'string', enum: ['', 'hash_seed', 'equalizing', 'proportional'] },
      fail_closed: bool,
      sampling_precision: { ...int, maximum: 14, not: { const: 0 }, 'x-null': 'refused' },
      attribute_source: { type: 'string', enum: ['', 'traceID', 'record'] },
      from_attribute: text,
      sampling_priority: text,
    },
  },
};
