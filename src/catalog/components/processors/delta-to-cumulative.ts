import type { ComponentFacts } from '../../facts';
import { int, positiveDuration } from '../../shared-scalars';

export const deltaToCumulative: ComponentFacts = {
  kind: 'processor',
  type: 'delta_to_cumulative',
  renamed: { from: 'deltatocumulative', in: '0.158.0' },
  signals: ['metrics'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { max_stale: positiveDuration, max_streams: { ...int, minimum: 0 } },
  },
};
