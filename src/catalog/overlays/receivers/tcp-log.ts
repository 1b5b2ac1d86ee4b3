import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, loadedTexts, oneOf } from '../parts';

const version = oneOf('', '1.0', '1.1', '1.2', '1.3');

/** TLS of a socket, which is loaded when the receiver is made; its versions are looked at in each release. */
export const socketTls: JsonSchema = fields({
  tls: fields({ ...loadedTexts, min_version: version, max_version: version }),
});

export const overlay: Overlay = { schema: { ...socketTls, required: ['listen_address'] } };
