import type { Overlay } from '../../overlay';
import { fields, httpScheme } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ endpoint: httpScheme }), required: ['endpoint', 'username', 'password'] },
};
