import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: fields({ scope: oneOf('system', 'user'), units: { minItems: 1 } }),
};
