import type { Overlay } from '../../overlay';
import { fields, httpScheme, loadedTls, tlsChoices } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ endpoint: httpScheme, tls: { ...loadedTls, ...tlsChoices() } }),
    required: ['endpoint', 'username', 'password'],
  },
};
