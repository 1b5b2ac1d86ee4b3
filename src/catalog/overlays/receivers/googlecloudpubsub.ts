import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      subscription: { pattern: 'projects/[a-z][a-z0-9-]*(?::[a-z0-9-]+)?/subscriptions/' },
      compression: oneOf('', 'gzip'),
      timeout: nonNegativeDuration,
    }),
    required: ['subscription'],
  },
};
