import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';
import { levelRule } from '../structs/http';

/** It passes over fields that it does not know, but for those of sections that decode themselves. */
const open = { 'x-unknown': 'ignored', 'x-unknown-since': '0.159.0', properties: {} };

export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    'x-unknown-since': '0.159.0',
    ...fields({ compression_params: open, retry_on_failure: open, tls: { ...open, ...fields({ tpm: open }) } }),
    required: ['account_token'],
    'x-replaces': ['x-rules'],
    ...rules(levelRule('gzip')),
  },
};
