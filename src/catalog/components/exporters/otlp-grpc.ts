import type { ComponentFacts } from '../../facts';
import { exporterFields } from '../../shared-exporter';
import { grpcClient } from '../../shared-grpc';

export const otlpGrpc: ComponentFacts = {
  kind: 'exporter',
  type: 'otlp_grpc',
  renamed: { from: 'otlp', in: '0.144.0' },
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { ...grpcClient, ...exporterFields },
    required: ['endpoint'],
  },
  extensionRefs: [
    { path: ['auth', 'authenticator'], role: 'clientAuth' },
    { path: ['sending_queue', 'storage'], role: 'storage' },
  ],
};
