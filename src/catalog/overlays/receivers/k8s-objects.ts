import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      error_mode: oneOf('propagate', 'ignore', 'silent'),
      objects: each({
        'x-null': 'refused',
        // The decoder does not split one text into names of this Go type.
        ...fields({ mode: oneOf('', 'pull', 'watch'), exclude_watch_type: { type: 'array' } }),
        required: ['name'],
        ...rules(
          {
            field: 'exclude_watch_type',
            holds: (object) => !object.given('exclude_watch_type') || object.text('mode') === 'watch',
            message: 'is only for the mode "watch"',
            fix: 'Write "mode: watch", or remove it.',
          },
          {
            field: 'exclude_namespaces',
            holds: (object) => !object.given('exclude_namespaces') || !object.given('namespaces'),
            message: 'stands beside "namespaces"',
            fix: 'Keep one of the two.',
          },
        ),
      }),
    }),

    ...rules({
      field: 'include_initial_state',
      holds: (objects) =>
        !objects.flag('include_initial_state') ||
        objects.sections('objects').every((object) => object.text('mode') === 'watch'),
      message: 'is only for objects that are watched',
      fix: 'Write "mode: watch" for each of them.',
    }),
  },
};
