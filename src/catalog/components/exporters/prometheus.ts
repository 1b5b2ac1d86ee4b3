import type { ComponentFacts } from '../../facts';
import { httpServer } from '../../shared-http';
import { bool, duration, text } from '../../shared-scalars';

export const prometheus: ComponentFacts = {
  kind: 'exporter',
  type: 'prometheus',
  signals: ['metrics'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...httpServer,
      // This queue has no defaults.
      sending_queue: {
        $ref: 'shared#/$defs/sendingQueue',
        'x-since': '0.159.0',
        if: { properties: { enabled: { const: false } }, required: ['enabled'] },
        else: { required: ['num_consumers', 'queue_size'], properties: { batch: { required: ['flush_timeout'] } } },
      },
      namespace: text,
      const_labels: { type: 'object', additionalProperties: text },
      send_timestamps: bool,
      metric_expiration: duration,
      resource_to_telemetry_conversion: {
        type: 'object',
        additionalProperties: false,
        properties: { enabled: bool, exclude_service_attributes: { ...bool, 'x-since': '0.159.0' } },
      },
      enable_open_metrics: bool,
      without_scope_info: { ...bool, 'x-since': '0.159.0' },
      add_metric_suffixes: bool,
      translation_strategy: {
        type: 'string',
        enum: [
          '',
          'UnderscoreEscapingWithSuffixes',
          'UnderscoreEscapingWithoutSuffixes',
          'NoUTF8EscapingWithSuffixes',
          'NoTranslation',
        ],
        'x-since': '0.159.0',
      },
    },
    required: ['endpoint'],
  },
  listens: [{ path: ['endpoint'], transport: 'tcp' }],
  extensionRefs: [
    { path: ['auth', 'authenticator'], role: 'serverAuth' },
    { path: ['sending_queue', 'storage'], role: 'storage' },
  ],
};
