import type { ComponentFacts } from '../../facts';
import { grpcServer } from '../../shared-grpc';
import { httpServer } from '../../shared-http';
import { enabled, type Fields } from '../../shared-scalars';

const urlPath = { type: 'string', format: 'url-path' };

const paths: Fields = {
  traces_url_path: urlPath,
  metrics_url_path: urlPath,
  logs_url_path: urlPath,
};

export const otlp: ComponentFacts = {
  kind: 'receiver',
  type: 'otlp',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      protocols: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          grpc: { type: 'object', additionalProperties: false, properties: { ...grpcServer, enabled } },
          http: { type: 'object', additionalProperties: false, properties: { ...httpServer, ...paths, enabled } },
        },
      },
    },
    required: ['protocols'],
  },
  listens: [
    { path: ['protocols', 'grpc', 'endpoint'], defaultPort: 4317, transport: 'tcp', when: ['protocols', 'grpc'] },
    { path: ['protocols', 'http', 'endpoint'], defaultPort: 4318, transport: 'tcp', when: ['protocols', 'http'] },
  ],
  extensionRefs: [
    { path: ['protocols', 'grpc', 'auth', 'authenticator'], role: 'serverAuth' },
    { path: ['protocols', 'http', 'auth', 'authenticator'], role: 'serverAuth' },
  ],
};
