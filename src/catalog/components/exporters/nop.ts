import type { ComponentFacts } from '../../facts';

export const nop: ComponentFacts = {
  kind: 'exporter',
  type: 'nop',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: { type: 'object', additionalProperties: false, properties: {} },
};
