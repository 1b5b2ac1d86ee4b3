import type { Overlay } from '../../overlay';
import { each, fields, hostWithPort } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      targets: each({ 'x-null': 'refused', ...fields({ endpoint: hostWithPort }), required: ['endpoint'] }),
    }),
    required: ['targets'],
  },
};
