import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ format: oneOf('opentelemetry1.0', 'json') }), required: ['format'] },
  provides: ['encoding'],
};
