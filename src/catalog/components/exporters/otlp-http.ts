import type { ComponentFacts } from '../../facts';
import { exporterFields } from '../../shared-exporter';
import { httpClient } from '../../shared-http';
import { text } from '../../shared-scalars';

export const otlpHttp: ComponentFacts = {
  kind: 'exporter',
  type: 'otlp_http',
  renamed: { from: 'otlphttp', in: '0.144.0' },
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...exporterFields,
      ...httpClient,
      traces_endpoint: text,
      metrics_endpoint: text,
      logs_endpoint: text,
      profiles_endpoint: { ...text, 'x-since': '0.159.0' },
      encoding: { type: 'string', enum: ['proto', 'json'] },
    },
    anyOf: [
      { required: ['endpoint'] },
      { required: ['traces_endpoint'] },
      { required: ['metrics_endpoint'] },
      { required: ['logs_endpoint'] },
      { required: ['profiles_endpoint'] },
    ],
  },
  extensionRefs: [
    { path: ['auth', 'authenticator'], role: 'clientAuth' },
    { path: ['sending_queue', 'storage'], role: 'storage' },
  ],
};
