import type { Overlay } from '../../overlay';
import { fields, needsOneOf, nonNegativeDuration, notBoth, oneOf, positive, rules } from '../parts';

const login = ['server', 'username', 'password'];

/** Most of it is checked on Windows only, where alone it runs. */
export const overlay: Overlay = {
  schema: {
    ...fields({
      max_reads: positive,
      start_at: oneOf('beginning', 'end'),
      event_data_format: oneOf('map', 'array'),
      remote: rules({
        holds: (remote) => [0, login.length].includes(login.filter((field) => remote.given(field)).length),
        message: 'needs "server", "username" and "password", or none of them',
        fix: 'Add what is missing.',
      }),
      resolve_sids: fields({ cache_ttl: nonNegativeDuration }),
    }),
    ...needsOneOf('channel', 'query'),
    ...rules(notBoth('query', 'channel')),
  },
};
