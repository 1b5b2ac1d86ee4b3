import type { Overlay } from '../../overlay';
import { fields, hostPort, loadedTls, tlsChoices } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ endpoint: hostPort, tls: { ...loadedTls, ...tlsChoices(true) } }), required: ['endpoint'] },
};
