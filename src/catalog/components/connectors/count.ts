import type { ComponentFacts, JsonSchema } from '../../facts';
import { anything, text, texts } from '../../shared-scalars';

/** Metrics by name. The connector ignores fields that it does not know. */
const counts = (context: string): JsonSchema => ({
  type: 'object',
  propertyNames: { minLength: 1 },
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    'x-unknown': 'ignored',
    properties: {
      description: text,
      conditions: { ...texts, 'x-ottl': 'conditions', 'x-ottl-contexts': [context] },
      attributes: {
        type: 'array',
        // A metric has no attributes of its own to count by.
        ...(context === 'metric' ? { maxItems: 0 } : {}),
        items: {
          type: 'object',
          'x-null': 'refused',
          additionalProperties: false,
          'x-unknown': 'ignored',
          properties: { key: text, default_value: anything },
          required: ['key'],
        },
      },
    },
  },
});

export const count: ComponentFacts = {
  kind: 'connector',
  type: 'count',
  pairs: [
    ['traces', 'metrics'],
    ['metrics', 'metrics'],
    ['logs', 'metrics'],
    ['profiles', 'metrics'],
  ],
  schema: {
    type: 'object',
    additionalProperties: false,
    'x-unknown': 'ignored',
    properties: {
      spans: counts('span'),
      spanevents: counts('spanevent'),
      metrics: counts('metric'),
      datapoints: counts('datapoint'),
      logs: counts('log'),
      profiles: counts('profile'),
    },
  },
};
