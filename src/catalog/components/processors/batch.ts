import type { ComponentFacts } from '../../facts';
import { nonNegativeDuration, texts, uint32 } from '../../shared-scalars';

export const batch: ComponentFacts = {
  kind: 'processor',
  type: 'batch',
  signals: ['traces', 'metrics', 'logs'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      timeout: nonNegativeDuration,
      send_batch_size: uint32,
      send_batch_max_size: uint32,
      metadata_keys: { ...texts, 'x-unique': 'ignore-case' },
      metadata_cardinality_limit: uint32,
    },
  },
};
