import type { ComponentFacts } from '../../facts';
import { text } from '../../shared-scalars';

const secret = { type: 'string', 'x-secret': true };

export const bearertokenauth: ComponentFacts = {
  kind: 'extension',
  type: 'bearertokenauth',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      header: text,
      scheme: text,
      token: secret,
      tokens: { type: 'array', items: secret },
      filename: text,
    },
    anyOf: [{ required: ['token'] }, { required: ['tokens'] }, { required: ['filename'] }],
  },
  provides: ['clientAuth', 'serverAuth'],
};
