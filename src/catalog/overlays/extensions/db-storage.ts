import type { Overlay } from '../../overlay';
import { fields, oneOf, secret } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ driver: oneOf('pgx', 'sqlite', 'sqlite3'), datasource: secret }),
    required: ['driver', 'datasource'],
  },
  provides: ['storage'],
};
