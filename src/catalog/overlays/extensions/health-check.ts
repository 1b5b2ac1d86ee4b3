import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, notEmpty } from '../parts';

/** The path of the older design. */
export const urlPath: JsonSchema = { pattern: '^/', 'x-null': 'refused' };

// The fields of the newer design, which `use_v2` and a feature gate turn on.
const v2: JsonSchema = { 'x-gate': { gate: 'extension.healthcheck.useComponentStatus' } };

/** The newer design needs a server. */
export const newerNeedsServer: JsonSchema = {
  if: { not: { properties: { use_v2: { const: true } }, required: ['use_v2'] } },
  else: { anyOf: [{ required: ['http'] }, { required: ['grpc'] }] },
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      endpoint: notEmpty,
      path: urlPath,
      check_collector_pipeline: fields({
        // 0.159.0 ignores this section.
        interval: { 'x-before': { '0.159.0': { type: 'string', format: 'go-duration', 'x-null': 'refused' } } },
        exporter_failure_threshold: {
          'x-before': { '0.159.0': { type: 'integer', exclusiveMinimum: 0, 'x-null': 'refused' } },
        },
      }),
      http: v2,
      grpc: v2,
    }),
    ...newerNeedsServer,
  },
  listens: [
    { path: ['endpoint'], defaultPort: 13133, transport: 'tcp' },
    { path: ['http', 'endpoint'], defaultPort: 13133, transport: 'tcp', when: ['http'] },
    { path: ['grpc', 'endpoint'], defaultPort: 13132, transport: 'tcp', when: ['grpc'] },
  ],
};
