import type { ComponentFacts, JsonSchema } from '../../facts';
import { grpcServer } from '../../shared-grpc';
import { httpServer } from '../../shared-http';
import { bool, duration, int, text } from '../../shared-scalars';

// The fields of the newer design, which `use_v2` and a feature gate turn on.
const v2: JsonSchema = { 'x-since': '0.159.0', 'x-gate': { gate: 'extension.healthcheck.useComponentStatus' } };
const statusPath: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { enabled: bool, path: text, include_attributes: bool },
};

export const healthCheck: ComponentFacts = {
  kind: 'extension',
  type: 'health_check',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...httpServer,
      endpoint: { type: 'string', minLength: 1, 'x-null': 'refused' },
      path: { type: 'string', pattern: '^/', 'x-null': 'refused' },
      response_body: {
        type: 'object',
        additionalProperties: false,
        properties: { healthy: text, unhealthy: text },
      },
      check_collector_pipeline: {
        type: 'object',
        additionalProperties: false,
        properties: {
          enabled: bool,
          // 0.159.0 ignores this section.
          interval: {
            ...text,
            'x-before': { '0.159.0': { type: 'string', format: 'go-duration', 'x-null': 'refused' } },
          },
          exporter_failure_threshold: {
            ...int,
            'x-before': { '0.159.0': { type: 'integer', exclusiveMinimum: 0, 'x-null': 'refused' } },
          },
        },
      },
      use_v2: { ...bool, 'x-since': '0.159.0' },
      http: {
        type: 'object',
        additionalProperties: false,
        properties: { ...httpServer, config: statusPath, status: statusPath },
        ...v2,
      },
      grpc: { type: 'object', additionalProperties: false, properties: grpcServer, ...v2 },
      component_health: {
        type: 'object',
        additionalProperties: false,
        properties: {
          include_permanent_errors: bool,
          include_recoverable_errors: bool,
          recovery_duration: duration,
        },
        'x-since': '0.159.0',
      },
    },
    if: { not: { properties: { use_v2: { const: true } }, required: ['use_v2'] } },
    else: { anyOf: [{ required: ['http'] }, { required: ['grpc'] }] },
  },
  listens: [
    { path: ['endpoint'], defaultPort: 13133, transport: 'tcp' },
    { path: ['http', 'endpoint'], defaultPort: 13133, transport: 'tcp', when: ['http'] },
    { path: ['grpc', 'endpoint'], defaultPort: 13132, transport: 'tcp', when: ['grpc'] },
  ],
  extensionRefs: [
    { path: ['auth', 'authenticator'], role: 'serverAuth' },
    { path: ['http', 'auth', 'authenticator'], role: 'serverAuth' },
    { path: ['grpc', 'auth', 'authenticator'], role: 'serverAuth' },
  ],
};
