import type { ComponentFacts } from '../../facts';

export const attributes: ComponentFacts = {
  kind: 'processor',
  type: 'attributes',
  signals: ['traces', 'metrics', 'logs'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      actions: { $ref: 'shared#/$defs/attributeActions' },
      include: { $ref: 'shared#/$defs/matchConfig' },
      exclude: { $ref: 'shared#/$defs/matchConfig' },
    },
    required: ['actions'],
  },
};
