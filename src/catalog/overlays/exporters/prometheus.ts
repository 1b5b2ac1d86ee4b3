import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';
import { bareQueue } from '../structs/queue';

export const overlay: Overlay = {
  schema: {
    ...fields({
      sending_queue: bareQueue,
      translation_strategy: oneOf(
        '',
        'UnderscoreEscapingWithSuffixes',
        'UnderscoreEscapingWithoutSuffixes',
        'NoUTF8EscapingWithSuffixes',
        'NoTranslation',
      ),
    }),
    required: ['endpoint'],
  },
  listens: [{ path: ['endpoint'], transport: 'tcp' }],
};
