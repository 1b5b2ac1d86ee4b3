import type { Overlay } from '../../overlay';
import { each, fields, needsOneOf, rules, secret } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ token: secret, tokens: each(secret) }),
    ...needsOneOf('token', 'tokens', 'filename'),
    ...rules({
      field: 'tokens',
      holds: (auth) => !auth.given('token') || !auth.given('tokens'),
      message: 'stands beside "token"',
      fix: 'Keep one of the two.',
    }),
  },
  provides: ['clientAuth', 'serverAuth'],
};
