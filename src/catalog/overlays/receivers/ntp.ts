import type { Overlay } from '../../overlay';
import { atLeast, fields, hostPort, notEmpty, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ endpoint: { ...notEmpty, ...hostPort } }),
    // Public servers ask for it.
    ...rules(atLeast('collection_interval', '30m')),
  },
};
