import type { Overlay } from '../../overlay';
import { fields, oneOf, secret } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    // Those of Jaeger are for traces only.
    encoding: oneOf('otlp_proto', 'otlp_json', 'jaeger_proto', 'jaeger_json'),
    auth: fields({ oauth2: fields({ private_key: secret }) }),
  }),
};
