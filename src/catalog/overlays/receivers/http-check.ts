import type { Overlay } from '../../overlay';
import { each, fields, needsOneOf, uri } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      targets: each({
        'x-null': 'refused',
        ...fields({ endpoint: uri, endpoints: each(uri) }),
        ...needsOneOf('endpoint', 'endpoints'),
      }),
    }),
    required: ['targets'],
  },
};
