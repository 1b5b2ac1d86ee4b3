import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { conditions, each, fields, values } from '../parts';

/** Metrics by name, each the sum of an attribute. */
const sums = (context: string): JsonSchema => ({
  propertyNames: { minLength: 1 },
  ...values({
    'x-null': 'refused',
    ...fields({
      conditions: conditions(context),
      attributes: {
        // A metric has no attributes of its own to sum by.
        ...(context === 'metric' ? { maxItems: 0 } : {}),
        ...each({ 'x-null': 'refused', required: ['key'] }),
      },
    }),
    required: ['source_attribute'],
  }),
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      spans: sums('span'),
      spanevents: sums('spanevent'),
      metrics: sums('metric'),
      datapoints: sums('datapoint'),
      logs: sums('log'),
    }),
  },
};
