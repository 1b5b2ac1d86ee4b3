import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

const curves = ['P256', 'P384', 'P521', 'X25519', 'X25519MLKEM768'];

export const overlay: Overlay = {
  schema: {
    ...fields({
      // It reads its TLS settings when it is made.
      tls: fields({ curve_preferences: each(oneOf(...curves)) }),
      network: { ...oneOf('tcp', 'udp', 'unix'), 'x-ignore-case': true },
      protocol: oneOf('rfc5424', 'rfc3164'),
    }),
    required: ['endpoint'],
    ...rules(
      {
        field: 'port',
        holds: (syslog) => {
          const port = syslog.number('port', 514);
          return syslog.text('network').toLowerCase() === 'unix' || (port >= 1 && port <= 65535);
        },
        message: 'is not one of 1 to 65535',
        fix: 'Correct it.',
      },
      {
        field: 'enable_octet_counting',
        holds: (syslog) => !syslog.flag('enable_octet_counting') || syslog.text('protocol', 'rfc5424') === 'rfc5424',
        message: 'is only for the protocol rfc5424',
        fix: 'Remove it, or write "protocol: rfc5424".',
      },
    ),
  },
};
