import type { Overlay } from '../../overlay';
import type { Section } from '../../section-rule';
import { fields, loadedTls, positiveDuration, rules, secret, tlsChoices } from '../parts';

const ways = ['sasl_plain', 'sasl_xauth2', 'sasl_external'];
const used = (auth: Section) => ways.filter((way) => auth.has(way) && auth.flag(`${way}.enabled`, true));

const off = { properties: { enabled: { const: false } }, required: ['enabled'] };

export const overlay: Overlay = {
  schema: {
    ...fields({
      queue: { pattern: '\\S' },
      broker: { minItems: 1 },
      tls: { ...loadedTls, ...tlsChoices() },
      auth: fields({
        sasl_plain: { ...fields({}), if: off, else: { required: ['username', 'password'] } },
        sasl_xauth2: { ...fields({ bearer: secret }), if: off, else: { required: ['username', 'bearer'] } },
      }),
      flow_control: {
        ...fields({ delayed_retry: fields({ delay: positiveDuration }) }),
        ...rules({
          field: 'delayed_retry',
          holds: (flow) => flow.flag('delayed_retry.enabled', true),
          message: 'cannot be turned off',
          fix: 'Remove "enabled".',
        }),
      },
    }),
    required: ['queue', 'auth'],
    ...rules({
      field: 'auth',
      holds: (solace) => used(solace.section('auth')).length === 1,
      message: `needs one of ${ways.map((way) => `"${way}"`).join(', ')}, and no other`,
      fix: 'Keep one of them.',
    }),
  },
};
