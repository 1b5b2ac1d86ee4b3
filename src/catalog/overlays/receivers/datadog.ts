import type { Overlay } from '../../overlay';
import { fields, oneOf, positive } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    intake: fields({ behavior: oneOf('', 'disable', 'proxy') }),
    trace_id_cache_size: { 'x-from': { '0.159.0': positive } },
  }),
};
