import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: fields({ mode: oneOf('body', 'body_with_inline_attributes') }),
  provides: ['encoding'],
};
