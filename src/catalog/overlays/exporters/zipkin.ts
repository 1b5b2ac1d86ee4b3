import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = { schema: { ...fields({ format: oneOf('json', 'proto') }), required: ['endpoint'] } };
