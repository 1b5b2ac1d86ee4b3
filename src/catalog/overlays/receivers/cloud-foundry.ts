import type { Overlay } from '../../overlay';
import { fields, notEmpty, url } from '../parts';

const endpoint = { ...notEmpty, ...url };

export const overlay: Overlay = {
  schema: {
    ...fields({
      rlp_gateway: fields({ endpoint, shard_id: { pattern: '\\S', 'x-null': 'refused' } }),
      uaa: { ...fields({ endpoint, username: notEmpty }), required: ['password'] },
    }),
    required: ['uaa'],
  },
};
