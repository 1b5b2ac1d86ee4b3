import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, notEmpty, rules, values } from '../parts';

/** It passes over fields that it does not know, but for those of sections that decode themselves. */
const open = { 'x-unknown': 'ignored', properties: {} };
const tls = { ...open, ...fields({ tpm: open }) };

export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    ...fields({
      api_tls: tls,
      ingest_tls: tls,
      tls,
      compression_params: open,
      correlation: { ...open, ...fields({ tls, compression_params: open }) },
      dimension_client: open,
      retry_on_failure: open,
      timeout: nonNegativeDuration,
      default_properties: values(notEmpty),
    }),
    required: ['access_token'],
    ...rules({
      field: 'realm',
      holds: (signalfx) => signalfx.given('realm') || (signalfx.given('ingest_url') && signalfx.given('api_url')),
      message: 'is needed, or both "ingest_url" and "api_url"',
      fix: 'Add it.',
    }),
  },
};
