import type { ComponentFacts } from '../../facts';
import { httpServer } from '../../shared-http';
import { bool } from '../../shared-scalars';

export const zpages: ComponentFacts = {
  kind: 'extension',
  type: 'zpages',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...httpServer,
      endpoint: { type: 'string', minLength: 1, 'x-null': 'refused' },
      expvar: { type: 'object', additionalProperties: false, properties: { enabled: bool } },
    },
  },
  listens: [{ path: ['endpoint'], defaultPort: 55679, transport: 'tcp' }],
  extensionRefs: [{ path: ['auth', 'authenticator'], role: 'serverAuth' }],
};
