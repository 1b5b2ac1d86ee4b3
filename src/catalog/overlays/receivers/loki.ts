import type { Overlay } from '../../overlay';
import { fields, nonNegative } from '../parts';

// Older releases look into this server's sizes, as they do not elsewhere.
const grpc = fields({
  max_recv_msg_size_mib: nonNegative,
  read_buffer_size: nonNegative,
  write_buffer_size: nonNegative,
});

export const overlay: Overlay = {
  schema: { ...fields({ protocols: { ...fields({ grpc }), minProperties: 1 } }), required: ['protocols'] },
};
