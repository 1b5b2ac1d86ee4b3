import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    assume_role: rules({
      field: 'arn',
      holds: (role) => role.given('arn') || !role.given('web_identity_token_file'),
      message: 'is needed for a token of a web identity',
      fix: 'Add it.',
    }),
  }),
  provides: ['clientAuth'],
};
