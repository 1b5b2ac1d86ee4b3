import type { Overlay } from '../../overlay';
import { each, fields } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ targets: each({ 'x-null': 'refused', ...fields({}), required: ['host'] }) }),
    required: ['targets'],
  },
};
