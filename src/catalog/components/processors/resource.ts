import type { ComponentFacts } from '../../facts';

export const resource: ComponentFacts = {
  kind: 'processor',
  type: 'resource',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { attributes: { $ref: 'shared#/$defs/attributeActions' } },
    required: ['attributes'],
  },
};
