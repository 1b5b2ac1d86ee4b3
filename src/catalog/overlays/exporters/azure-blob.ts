import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, oneOf, rules, secret } from '../parts';

const needs = (type: string, ...names: readonly string[]): readonly SectionRule[] =>
  names.map((name) => ({
    field: `auth.${name}`,
    holds: (blob) => blob.text('auth.type', 'connection_string') !== type || blob.given(`auth.${name}`),
    message: `is needed for the type "${type}"`,
    fix: 'Add it.',
  }));

export const overlay: Overlay = {
  schema: {
    ...fields({
      auth: fields({ connection_string: secret, client_secret: secret }),
      format: oneOf('json', 'proto'),
    }),
    ...rules(
      {
        field: 'url',
        holds: (blob) => blob.given('url') || blob.text('auth.type', 'connection_string') === 'connection_string',
        message: 'is needed, unless a connection string says it',
        fix: 'Write the address of the storage account.',
      },
      ...needs('connection_string', 'connection_string'),
      ...needs('service_principal', 'tenant_id', 'client_id', 'client_secret'),
      ...needs('user_managed_identity', 'client_id'),
      ...needs('workload_identity', 'tenant_id', 'client_id', 'federated_token_file'),
    ),
  },
};
