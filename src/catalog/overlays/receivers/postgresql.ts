import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, hostPort, notEmpty, oneOf, rules } from '../parts';

/** What the driver has no setting for. */
const unsupported = (field: string): SectionRule => ({
  field: `tls.${field}`,
  holds: (postgres) => !postgres.given(`tls.${field}`),
  message: 'is not supported',
  fix: 'Remove it.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({ transport: oneOf('tcp', 'unix'), endpoint: { ...notEmpty, ...hostPort } }),
    required: ['username', 'password'],
    ...rules(unsupported('server_name_override'), unsupported('min_version'), unsupported('max_version')),
  },
};
