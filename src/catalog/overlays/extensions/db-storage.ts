import type { Overlay } from '../../overlay';
import { dataSource, fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ driver: oneOf('pgx', 'sqlite', 'sqlite3'), datasource: dataSource }),
    required: ['driver', 'datasource'],
  },
  provides: ['storage'],
};
