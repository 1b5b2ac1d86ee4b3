import type { Overlay } from '../../overlay';
import { fields, nonNegative, oneOf, rules } from '../parts';

/** The least share that its 56 bits of randomness can choose. */
const least = 100 * 2 ** -56;

export const overlay: Overlay = {
  schema: {
    ...fields({
      // More than 100 means 100.
      sampling_percentage: nonNegative,
      mode: oneOf('', 'hash_seed', 'equalizing', 'proportional'),
      sampling_precision: { maximum: 14, not: { const: 0 }, 'x-null': 'refused' },
      attribute_source: oneOf('', 'traceID', 'record'),
    }),
    ...rules({
      field: 'sampling_percentage',
      holds: (sampler) => {
        const percentage = sampler.number('sampling_percentage');
        return percentage <= 0 || percentage >= least;
      },
      message: 'is too small to be sampled at all',
      fix: 'Write 0, or at least 1.4e-15.',
    }),
  },
};
