import type { Overlay } from '../../overlay';
import { bothOrNeither, fields, loadedTls, nonNegativeDuration, notEmpty, rules } from '../parts';

/** A host and a port of 0 to 65535. */
const endpoint = {
  ...notEmpty,
  pattern:
    '^(?:\\[[^\\[\\]]+\\]|[^:\\[\\]]+):\\+?0*(?:6553[0-5]|655[0-2]\\d|65[0-4]\\d{2}|6[0-4]\\d{3}|[1-5]\\d{4}|\\d{1,4})$',
};

export const overlay: Overlay = {
  schema: {
    ...fields({ endpoint, timeout: nonNegativeDuration, tls: loadedTls }),
    ...rules(bothOrNeither('username', 'password'), {
      field: 'tlsname',
      holds: (aerospike) => !aerospike.has('tls') || aerospike.given('tlsname'),
      message: 'is needed beside "tls"',
      fix: 'Write the name that the certificate of the server has.',
    }),
  },
};
