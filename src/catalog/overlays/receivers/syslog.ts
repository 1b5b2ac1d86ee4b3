import type { Overlay } from '../../overlay';
import { fields, needsOneOf, oneOf, rules } from '../parts';
import { knownTimeZone } from '../time-zones';
import { socketTls } from './tcp-log';

export const overlay: Overlay = {
  schema: {
    ...fields({
      protocol: { ...oneOf('rfc3164', 'rfc5424', 'none'), 'x-ignore-case': true },
      on_error: oneOf('', 'send', 'send_quiet', 'drop', 'drop_quiet'),
      tcp: { ...socketTls, required: ['listen_address'] },
      non_transparent_framing_trailer: oneOf('LF', 'NUL'),
    }),
    required: ['protocol'],
    ...needsOneOf('tcp', 'udp'),
    ...rules(
      knownTimeZone('location'),
      {
        field: 'non_transparent_framing_trailer',
        holds: (syslog) => !syslog.flag('enable_octet_counting') || !syslog.has('non_transparent_framing_trailer'),
        message: 'stands beside "enable_octet_counting"',
        fix: 'Keep one of the two.',
      },
      {
        field: 'non_transparent_framing_trailer',
        holds: (syslog) =>
          !syslog.has('non_transparent_framing_trailer') || syslog.text('protocol').toLowerCase() === 'rfc5424',
        message: 'is only for the protocol rfc5424',
        fix: 'Remove it.',
      },
      {
        field: 'udp.listen_address',
        // With TCP, the section is passed over.
        holds: (syslog) => !syslog.has('udp') || syslog.has('tcp') || syslog.given('udp.listen_address'),
        message: 'is needed',
        fix: 'Write e.g. "0.0.0.0:514".',
      },
      {
        field: 'udp',
        holds: (syslog) =>
          !syslog.has('udp') ||
          syslog.has('tcp') ||
          (!syslog.flag('enable_octet_counting') && !syslog.has('non_transparent_framing_trailer')),
        message: 'has no framing',
        fix: 'Remove "enable_octet_counting" and "non_transparent_framing_trailer".',
      },
    ),
  },
};
