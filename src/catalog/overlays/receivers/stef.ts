import type { Overlay } from '../../overlay';
import { fields, nonNegative } from '../parts';

export const overlay: Overlay = {
  // In each release.
  schema: fields({ max_recv_msg_size_mib: nonNegative, read_buffer_size: nonNegative, write_buffer_size: nonNegative }),
};
