import type { Overlay } from '../../overlay';
import { each, fields, positiveDuration } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ retry_interval: positiveDuration, priority_levels: each({ minItems: 1 }) }),
    required: ['priority_levels'],
  },
};
