import type { Overlay } from '../../overlay';
import { address, fields, oneOf } from '../parts';

/** It hears UDP alone. */
export const overlay: Overlay = {
  schema: fields({
    endpoint: address,
    transport: oneOf('udp'),
    proxy_server: fields({ endpoint: address, role_arn: { 'x-before': { '0.159.0': { pattern: '^$|.{20}' } } } }),
  }),
};
