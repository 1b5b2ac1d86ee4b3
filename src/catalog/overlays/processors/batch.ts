import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ timeout: nonNegativeDuration, metadata_keys: { 'x-unique': 'ignore-case' } }),
    ...rules({
      field: 'send_batch_max_size',
      holds: (batch) =>
        batch.number('send_batch_max_size') === 0 ||
        batch.number('send_batch_max_size') >= batch.number('send_batch_size', 8192),
      message: 'is less than "send_batch_size", which is 8192 unless it is set',
      fix: 'Raise it, or lower "send_batch_size".',
    }),
  },
};
