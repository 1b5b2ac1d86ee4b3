import type { ComponentFacts } from '../../facts';
import { exporterFields } from '../../shared-exporter';
import { grpcClient } from '../../shared-grpc';
import { bool, duration, enabled, int32, text, texts, uint16 } from '../../shared-scalars';

export const loadBalancing: ComponentFacts = {
  kind: 'exporter',
  type: 'load_balancing',
  renamed: { from: 'loadbalancing', in: '0.153.0' },
  signals: ['traces', 'metrics', 'logs'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...exporterFields,
      // Before 0.159.0, this queue has no defaults.
      sending_queue: {
        $ref: 'shared#/$defs/sendingQueue',
        'x-before': {
          '0.159.0': {
            if: { not: { properties: { enabled: { const: true } }, required: ['enabled'] } },
            else: { required: ['num_consumers', 'queue_size'] },
          },
        },
      },
      protocol: {
        type: 'object',
        additionalProperties: false,
        properties: {
          otlp: {
            type: 'object',
            additionalProperties: false,
            properties: {
              ...grpcClient,
              ...exporterFields,
              endpoint: { ...grpcClient.endpoint, minLength: 1, 'x-null': 'refused' },
            },
          },
        },
      },
      resolver: {
        type: 'object',
        additionalProperties: false,
        maxProperties: 1,
        anyOf: [
          { required: ['static'] },
          { required: ['dns'] },
          { required: ['k8s'] },
          { required: ['aws_cloud_map'] },
        ],
        properties: {
          static: {
            type: 'object',
            additionalProperties: false,
            properties: { hostnames: texts, enabled },
            required: ['hostnames'],
          },
          dns: {
            type: 'object',
            additionalProperties: false,
            properties: { hostname: text, port: text, interval: duration, timeout: duration, enabled },
            required: ['hostname'],
          },
          k8s: {
            type: 'object',
            additionalProperties: false,
            properties: {
              service: text,
              ports: { type: 'array', items: int32 },
              timeout: duration,
              return_hostnames: bool,
              enabled,
            },
            required: ['service'],
          },
          aws_cloud_map: {
            type: 'object',
            additionalProperties: false,
            properties: {
              namespace: text,
              service_name: text,
              health_status: text,
              interval: duration,
              timeout: duration,
              port: uint16,
              owner_account: { ...text, 'x-since': '0.159.0' },
              enabled,
            },
            required: ['namespace', 'service_name'],
          },
        },
      },
      routing_key: {
        type: 'string',
        enum: ['', 'service', 'traceID', 'metric', 'resource', 'streamID', 'attributes'],
      },
      routing_attributes: texts,
    },
    required: ['resolver'],
  },
  extensionRefs: [
    { path: ['sending_queue', 'storage'], role: 'storage' },
    { path: ['protocol', 'otlp', 'sending_queue', 'storage'], role: 'storage' },
    { path: ['protocol', 'otlp', 'auth', 'authenticator'], role: 'clientAuth' },
  ],
};
