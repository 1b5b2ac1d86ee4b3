import type { Overlay } from '../../overlay';
import { fields } from '../parts';
import { bareRetry } from '../structs/queue';

export const overlay: Overlay = {
  schema: {
    ...fields({
      connection: {
        ...fields({
          auth: {
            ...fields({ plain: { ...fields({ password: { 'x-secret': true } }), required: ['username'] } }),
            required: ['plain'],
          },
        }),
        required: ['endpoint', 'auth'],
      },
      retry_on_failure: bareRetry,
    }),
    required: ['connection'],
  },
};
