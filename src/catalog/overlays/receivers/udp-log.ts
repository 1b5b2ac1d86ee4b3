import type { Overlay } from '../../overlay';
import { rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    required: ['listen_address'],
    ...rules({
      field: 'multiline.line_start_pattern',
      // Of itself, a packet ends where nothing matches.
      holds: (log) => !log.given('multiline.line_start_pattern') || log.text('multiline.line_end_pattern', '.^') === '',
      message: 'stands beside "line_end_pattern", which is not empty unless it is set',
      fix: 'Write "line_end_pattern: \'\'" beside it.',
    }),
  },
};
