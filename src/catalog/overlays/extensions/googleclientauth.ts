import type { Overlay } from '../../overlay';
import { fields, oneOf, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      token_type: oneOf('access_token', 'id_token'),
      token_header: oneOf('authorization', 'proxy-authorization'),
    }),
    ...rules({
      field: 'audience',
      holds: (auth) => auth.text('token_type') !== 'id_token' || auth.given('audience'),
      message: 'is needed for the token type "id_token"',
      fix: 'Add it.',
    }),
  },
  provides: ['clientAuth'],
};
