import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = { schema: fields({ encoding: { ...oneOf('json'), 'x-ignore-case': true } }) };
