import type { Overlay } from '../../overlay';
import { fields, needsOneOf, rules, secret } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ htpasswd: { ...fields({ inline: secret }), ...needsOneOf('file', 'inline') } }),
    ...rules({
      holds: (auth) => auth.has('htpasswd') !== auth.has('client_auth'),
      message: 'needs one of "htpasswd", for a server, and "client_auth"',
      fix: 'Keep one of the two.',
    }),
  },
  provides: ['clientAuth', 'serverAuth'],
};
