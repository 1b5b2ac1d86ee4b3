import type { Overlay } from '../../overlay';
import { fields, hostWithPort, nonNegative, notEmpty } from '../parts';

const endpoint = { endpoint: { ...notEmpty, ...hostWithPort } };
// In each release.
const sizes = { max_recv_msg_size_mib: nonNegative, read_buffer_size: nonNegative, write_buffer_size: nonNegative };

export const overlay: Overlay = {
  schema: {
    ...fields({
      protocols: { minProperties: 1, ...fields({ grpc: fields({ ...endpoint, ...sizes }), http: fields(endpoint) }) },
    }),
    required: ['protocols'],
  },
};
