import type { Overlay } from '../../overlay';
import { fields, oneOf, rules } from '../parts';
import { bareQueue, bareRetry } from '../structs/queue';

export const overlay: Overlay = {
  schema: {
    ...fields({
      topic: { pattern: '^projects/[a-z][a-z0-9\\-]*/topics/' },
      compression: oneOf('', 'gzip'),
      watermark: fields({ behavior: oneOf('', 'current', 'earliest') }),
      ordering: rules({
        field: 'from_resource_attribute',
        holds: (ordering) => !ordering.flag('enabled') || ordering.given('from_resource_attribute'),
        message: 'is needed to order by it',
        fix: 'Write the key of a resource attribute.',
      }),
      sending_queue: bareQueue,
      retry_on_failure: bareRetry,
    }),
    required: ['topic'],
  },
};
