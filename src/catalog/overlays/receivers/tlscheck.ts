import type { Overlay } from '../../overlay';
import { each, fields, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      targets: each({
        'x-null': 'refused',
        ...fields({}),
        ...rules({
          holds: (target) => target.given('endpoint') !== target.given('file_path'),
          message: 'needs one of "endpoint" and "file_path"',
          fix: 'Keep one of the two.',
        }),
      }),
    }),
    required: ['targets'],
  },
};
