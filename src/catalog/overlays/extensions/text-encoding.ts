import type { Overlay } from '../../overlay';
import { encodings } from '../encodings';
import { fields, regexp, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ unmarshaling_separator: regexp }),
    ...rules({
      field: 'encoding',
      holds: (text) => !text.given('encoding') || encodings.has(text.text('encoding').trim().toLowerCase()),
      message: 'is no encoding that it knows',
      fix: 'Write e.g. "utf-8", "utf-16le" or "iso-8859-1".',
    }),
  },
  provides: ['encoding'],
};
