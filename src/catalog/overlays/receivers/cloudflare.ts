import type { Overlay } from '../../overlay';
import { fields, hostPort, oneOf, secret } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      logs: {
        ...fields({
          endpoint: hostPort,
          secret,
          timestamp_format: oneOf('', 'rfc3339', 'unix', 'unixnano'),
          // Their texts are not enough.
          tls: { required: ['cert_file', 'key_file'] },
        }),
        required: ['endpoint'],
      },
    }),
    required: ['logs'],
  },
};
