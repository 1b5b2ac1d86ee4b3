import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    encoding: fields({
      name: oneOf('otlp', 'otlp_proto', 'otlp_json', 'zipkin_proto', 'zipkin_json', 'jaeger_proto'),
      compression: oneOf('none', 'noop', 'gzip', 'zlib', 'flate'),
    }),
  }),
};
