import type { ComponentFacts } from '../../facts';

export const forward: ComponentFacts = {
  kind: 'connector',
  type: 'forward',
  pairs: [
    ['traces', 'traces'],
    ['metrics', 'metrics'],
    ['logs', 'logs'],
    ['profiles', 'profiles'],
  ],
  schema: { type: 'object', additionalProperties: false, properties: {} },
};
