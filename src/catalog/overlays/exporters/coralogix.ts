import type { Overlay } from '../../overlay';
import type { Section } from '../../section-rule';
import { fields, oneOf, rules } from '../parts';

const signals = ['traces', 'metrics', 'logs', 'profiles'];

export const overlay: Overlay = {
  schema: {
    ...fields({ protocol: oneOf('', 'grpc', 'http') }),
    required: ['private_key', 'application_name'],
    ...rules(
      {
        holds: (coralogix) =>
          coralogix.text('domain').trim() !== '' ||
          coralogix.given('domain_settings.endpoint') ||
          signals.some((signal) => coralogix.given(`${signal}.endpoint`)),
        message: 'needs "domain", or an "endpoint" of a signal',
        fix: 'Add one of them.',
      },
      {
        field: 'rate_limiter.threshold',
        holds: (coralogix) =>
          !coralogix.flag('rate_limiter.enabled', true) || coralogix.number('rate_limiter.threshold', 1) > 0,
        message: 'is not positive',
        fix: 'Write a number that is.',
      },
      {
        field: 'rate_limiter.duration',
        holds: (coralogix) =>
          !coralogix.flag('rate_limiter.enabled', true) || coralogix.duration('rate_limiter.duration', '1m') > 0,
        message: 'is not positive',
        fix: 'Write a duration, e.g. "1m".',
      },
      {
        field: 'profiles.endpoint',
        holds: (coralogix) => coralogix.text('protocol') !== 'http' || !coralogix.given('profiles.endpoint'),
        message: 'does not go with the protocol "http", which takes no profiles',
        fix: 'Write "protocol: grpc", or remove it.',
      },
      ...['domain_settings', 'traces', 'metrics', 'logs'].map((section) => ({
        field: `${section}.accept_encoding`,
        holds: (coralogix: Section) =>
          coralogix.text('protocol') === 'http' ||
          ['', 'gzip', 'snappy', 'zstd'].includes(coralogix.text(`${section}.accept_encoding`)),
        message: 'is no compression that gRPC knows',
        fix: 'Write "gzip", "snappy" or "zstd".',
      })),
    ),
  },
};
