import type { ComponentFacts } from '../../facts';
import { texts } from '../../shared-scalars';

export const groupbyattrs: ComponentFacts = {
  kind: 'processor',
  type: 'groupbyattrs',
  signals: ['traces', 'metrics', 'logs'],
  schema: { type: 'object', additionalProperties: false, properties: { keys: texts } },
};
