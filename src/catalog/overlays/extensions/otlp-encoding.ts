import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: fields({ protocol: oneOf('otlp_proto', 'otlp_json') }),
  provides: ['encoding'],
};
