import type { ComponentFacts } from '../../facts';
import { text } from '../../shared-scalars';

export const fluentForward: ComponentFacts = {
  kind: 'receiver',
  type: 'fluent_forward',
  renamed: { from: 'fluentforward', in: '0.152.0' },
  signals: ['logs'],
  schema: { type: 'object', additionalProperties: false, properties: { endpoint: text } },
  // Heartbeats come by UDP to the same address.
  listens: [
    { path: ['endpoint'], transport: 'tcp' },
    { path: ['endpoint'], transport: 'udp' },
  ],
};
