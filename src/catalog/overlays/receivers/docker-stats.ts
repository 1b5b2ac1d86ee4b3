import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, loadedTls, notEmpty } from '../parts';

const ignored: JsonSchema = { 'x-unknown': 'ignored', 'x-unknown-since': '0.159.0', ...fields({}) };

/** It passes over fields that it does not know, but not in what decodes itself. */
export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    'x-unknown-since': '0.159.0',
    ...fields({
      // 1.25 or newer.
      api_version: {
        'x-before': { '0.159.0': { minLength: 1 } },
        pattern: '^$|^(?:1\\.(?:2[5-9]|[3-9]\\d|\\d{3,})|(?:[2-9]|[1-9]\\d+)(?:\\.\\d+)?)$',
      },
      endpoint: notEmpty,
      metrics: ignored,
      resource_attributes: ignored,
      tls: loadedTls,
    }),
  },
};
