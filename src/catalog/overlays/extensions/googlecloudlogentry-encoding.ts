import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    handle_json_payload_as: oneOf('json', 'text'),
    handle_proto_payload_as: oneOf('json', 'protobuf', 'text'),
  }),
  provides: ['encoding'],
};
