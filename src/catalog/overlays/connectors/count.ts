import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { conditions, each, fields, values } from '../parts';

// The connector passes over fields that it does not know.
const open: JsonSchema = { 'x-unknown': 'ignored' };

/** Metrics by name. */
const counts = (context: string): JsonSchema => ({
  propertyNames: { minLength: 1 },
  ...values({
    ...open,
    ...fields({
      conditions: conditions(context),
      attributes: {
        // A metric has no attributes of its own to count by.
        ...(context === 'metric' ? { maxItems: 0 } : {}),
        ...each({ ...open, 'x-null': 'refused', required: ['key'] }),
      },
    }),
  }),
});

export const overlay: Overlay = {
  schema: {
    ...open,
    ...fields({
      spans: counts('span'),
      spanevents: counts('spanevent'),
      metrics: counts('metric'),
      datapoints: counts('datapoint'),
      logs: counts('log'),
      profiles: counts('profile'),
    }),
  },
};
