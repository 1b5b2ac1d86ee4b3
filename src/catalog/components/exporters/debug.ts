import type { ComponentFacts } from '../../facts';
import { bool, int, texts } from '../../shared-scalars';

export const debug: ComponentFacts = {
  kind: 'exporter',
  type: 'debug',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      verbosity: { type: 'string', enum: ['basic', 'normal', 'detailed'], 'x-ignore-case': true, 'x-null': 'zero' },
      sampling_initial: int,
      sampling_thereafter: int,
      use_internal_logger: bool,
      output_paths: { ...texts, minItems: 1, 'x-since': '0.159.0' },
      sending_queue: { $ref: 'shared#/$defs/sendingQueue', 'x-since': '0.159.0' },
    },
  },
  extensionRefs: [{ path: ['sending_queue', 'storage'], role: 'storage' }],
};
