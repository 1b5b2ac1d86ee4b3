import type { Overlay } from '../../overlay';
import { fields, oneOf, url } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ endpoint: url, compression: oneOf('', 'gzip', 'zstd') }), required: ['endpoint'] },
};
