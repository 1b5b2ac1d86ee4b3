import type { Overlay } from '../../overlay';
import { each, fields, rules } from '../parts';

const sources = ['value', 'value_file', 'from_context', 'from_attribute'];

export const overlay: Overlay = {
  schema: {
    ...fields({
      headers: each({
        'x-null': 'refused',
        properties: {},
        required: ['key'],
        ...rules(
          {
            holds: (header) => header.text('action') === 'delete' || sources.some((source) => header.has(source)),
            message: `needs one of ${sources.map((source) => `"${source}"`).join(', ')}`,
            fix: 'Add one of them.',
          },
          {
            holds: (header) =>
              header.text('action') === 'delete' || sources.filter((source) => header.has(source)).length <= 1,
            message: 'takes its value from more than one source',
            fix: 'Keep one of them.',
          },
        ),
      }),
    }),
    required: ['headers'],
  },
  provides: ['clientAuth'],
};
