import type { Overlay } from '../../overlay';
import { conditions, each, fields } from '../parts';
import { bareQueue, bareRetry } from '../structs/queue';

export const overlay: Overlay = {
  schema: {
    ...fields({
      markers: each({
        'x-null': 'refused',
        ...fields({
          rules: { ...fields({ log_conditions: conditions('log') }), required: ['log_conditions'] },
        }),
        required: ['type', 'rules'],
      }),
      sending_queue: bareQueue,
      retry_on_failure: bareRetry,
    }),
    required: ['api_key', 'markers'],
  },
};
