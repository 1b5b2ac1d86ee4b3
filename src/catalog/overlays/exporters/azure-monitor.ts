import type { Overlay } from '../../overlay';
import { each, fields, oneOf } from '../parts';

/** It passes over fields that it does not know, but for those of sections that decode themselves. */
const open = { 'x-unknown': 'ignored', properties: {} };

export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    ...fields({
      compression_params: open,
      tls: { ...open, ...fields({ tpm: open }) },
      tag_mappings: {
        'x-unknown': 'ignored',
        ...fields({ cloud_role_instance: { minItems: 1 }, application_version: { minItems: 1 } }),
      },
      telemetry_mappings: {
        'x-unknown': 'ignored',
        ...fields({
          traces: {
            'x-unknown': 'ignored',
            ...fields({
              http: {
                'x-unknown': 'ignored',
                ...fields({
                  success: {
                    'x-unknown': 'ignored',
                    ...fields({
                      server_policy: oneOf('', 'otel'),
                      additional_success_status_codes: each({ minimum: 100, maximum: 599, 'x-null': 'refused' }),
                    }),
                  },
                }),
              },
            }),
          },
        }),
      },
    }),
  },
};
