import type { Overlay } from '../../overlay';
import { fields, needsOneOf, secret } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ endpoint: { pattern: '^(?:\\[[^\\[\\] ]*\\]|[^:\\[\\] ]*):[^:\\[\\] ]*$' }, password: secret }),
    required: ['endpoint', 'username'],
    ...needsOneOf('password', 'key_file'),
  },
};
