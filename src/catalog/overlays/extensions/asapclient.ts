import type { Overlay } from '../../overlay';
import { fields, positiveDuration } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ ttl: positiveDuration }), required: ['key_id', 'ttl', 'audience', 'issuer', 'private_key'] },
  provides: ['clientAuth'],
};
