import type { Overlay } from '../../overlay';
import { fields, notEmpty } from '../parts';

export const overlay: Overlay = {
  schema: fields({ endpoint: notEmpty }),
  listens: [{ path: ['endpoint'], defaultPort: 55679, transport: 'tcp', local: true }],
};
