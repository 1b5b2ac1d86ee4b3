import type { Overlay } from '../../overlay';
import { fields } from '../parts';

const ignored = { 'x-unknown': 'ignored', 'x-unknown-since': '0.159.0', ...fields({}) };

/** It passes over fields that it does not know, but not in what decodes itself. */
export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    'x-unknown-since': '0.159.0',
    ...fields({
      compression_params: ignored,
      tls_config: ignored,
      tls: { 'x-unknown': 'ignored', 'x-unknown-since': '0.159.0', ...fields({ tpm: ignored }) },
    }),
  },
};
