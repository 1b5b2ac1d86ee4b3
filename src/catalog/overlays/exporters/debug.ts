import type { Overlay } from '../../overlay';
import { fields, oneOf, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      verbosity: { ...oneOf('basic', 'normal', 'detailed'), 'x-ignore-case': true, 'x-null': 'zero' },
      output_paths: { minItems: 1 },
    }),
    ...rules({
      field: 'output_paths',
      holds: (debug) => !debug.has('output_paths') || !debug.flag('use_internal_logger', true),
      message: 'is only for a logger of its own',
      fix: 'Write "use_internal_logger: false", or remove the paths.',
    }),
  },
};
