import type { Overlay } from '../../overlay';
import { rules } from '../parts';
import { levelRule } from '../structs/http';

export const overlay: Overlay = {
  schema: { required: ['endpoint'], 'x-replaces': ['x-rules'], ...rules(levelRule('gzip')) },
};
