import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';

/** `host:port`, with a port of 1 to 65535. */
const address: JsonSchema = rules({
  field: 'endpoint',
  holds: (protocol) => {
    if (!protocol.has('endpoint') || !protocol.flag('enabled', true)) return true;
    const port = /^(?:\[[^\]]*\]|[^:]*):\+?(\d+)$/.exec(protocol.text('endpoint'))?.[1];
    return port !== undefined && Number(port) >= 1 && Number(port) <= 65535;
  },
  message: 'is not "host:port" with a port of 1 to 65535',
  fix: 'Write e.g. "0.0.0.0:14250".',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      protocols: {
        minProperties: 1,
        ...fields({ grpc: address, thrift_http: address, thrift_binary: address, thrift_compact: address }),
        ...rules({
          holds: (protocols) =>
            protocols.keys().length === 0 || protocols.keys().some((name) => protocols.flag(`${name}.enabled`, true)),
          message: 'are all turned off',
          fix: 'Turn one on.',
        }),
      },
    }),
    required: ['protocols'],
    ...rules({
      field: 'remote_sampling',
      holds: (jaeger) => !jaeger.has('remote_sampling'),
      message: 'has moved',
      fix: 'Use the extension jaegerremotesampling.',
    }),
  },
};
