import type { Overlay } from '../../overlay';
import { needsOneOf, rules } from '../parts';

const bearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export const overlay: Overlay = {
  schema: {
    required: ['token_url'],
    ...needsOneOf('client_id', 'client_id_file'),
    ...rules(
      {
        field: 'client_secret',
        holds: (auth) =>
          auth.text('grant_type') === bearer || auth.given('client_secret') || auth.given('client_secret_file'),
        message: 'is needed, or "client_secret_file"',
        fix: 'Add one of the two.',
      },
      {
        field: 'client_certificate_key',
        holds: (auth) =>
          auth.text('grant_type') !== bearer ||
          auth.given('client_certificate_key') ||
          auth.given('client_certificate_key_file'),
        message: 'is needed for its grant type, or "client_certificate_key_file"',
        fix: 'Add one of the two.',
      },
    ),
  },
  provides: ['clientAuth'],
};
