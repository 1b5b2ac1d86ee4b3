import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, url, values } from '../parts';

/** The HTTP settings pass over fields that they do not know. */
const open = { 'x-unknown': 'ignored', properties: {} };

export const overlay: Overlay = {
  schema: {
    ...fields({
      url,
      org_slug: { pattern: '^[a-z0-9_\\-]{1,50}$' },
      http: { 'x-unknown': 'ignored', ...fields({ timeout: nonNegativeDuration, tls: open }) },
      routing: fields({
        attribute_to_project_mapping: {
          // A slug that is not all digits.
          ...values({ pattern: '^(?![0-9]+$)[a-z0-9_\\-]{1,50}$', 'x-null': 'refused' }),
          propertyNames: { pattern: '\\S' },
          maxProperties: 1000,
        },
      }),
    }),
    required: ['url', 'org_slug', 'auth_token'],
  },
};
