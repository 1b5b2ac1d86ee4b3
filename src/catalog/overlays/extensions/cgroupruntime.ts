import type { Overlay } from '../../overlay';
import { fields } from '../parts';

export const overlay: Overlay = {
  schema: fields({ gomemlimit: fields({ ratio: { exclusiveMinimum: 0, maximum: 1, 'x-null': 'refused' } }) }),
};
