import type { Overlay } from '../../overlay';

/** It decodes itself: its providers by their names, and it passes over fields that it does not know. */
export const overlay: Overlay = {
  schema: {
    'x-replaces': true,
    'x-unknown': 'ignored',
    type: 'object',
    additionalProperties: false,
    properties: {
      context: { type: 'string', enum: ['resource', 'record'], 'x-ignore-case': true, 'x-null': 'zero' },
      attributes: { type: ['array', 'string'], items: { type: 'string' }, minItems: 1 },
      providers: {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: {
          maxmind: {
            type: 'object',
            'x-null': 'refused',
            additionalProperties: false,
            properties: { database_path: { type: 'string' } },
            required: ['database_path'],
          },
        },
      },
    },
    required: ['providers'],
  },
};
