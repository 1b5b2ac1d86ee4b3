import type { Overlay } from '../../overlay';
import { fields, nonNegative, notEmpty } from '../parts';
import { newerNeedsServer, urlPath } from './health-check';

export const overlay: Overlay = {
  schema: {
    ...fields({
      endpoint: notEmpty,
      path: urlPath,
      // Other servers are not looked into before 0.159.0.
      grpc: fields({
        max_recv_msg_size_mib: nonNegative,
        read_buffer_size: nonNegative,
        write_buffer_size: nonNegative,
      }),
    }),
    ...newerNeedsServer,
  },
  listens: [
    { path: ['endpoint'], defaultPort: 13133, transport: 'tcp' },
    { path: ['http', 'endpoint'], defaultPort: 13133, transport: 'tcp', when: ['http'] },
    { path: ['grpc', 'endpoint'], defaultPort: 13132, transport: 'tcp', when: ['grpc'] },
  ],
};
