import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, oneOf, rules, secret } from '../parts';

const ways = ['service_principal', 'workload_identity', 'managed_identity', 'default_credentials'];

const needs = (way: string, ...names: readonly string[]): SectionRule => ({
  holds: (monitor) =>
    monitor.has('auth') ||
    monitor.text('credentials', 'service_principal') !== way ||
    names.every((name) => monitor.given(name)),
  message: `needs ${names.map((name) => `"${name}"`).join(', ')} for its credentials, which are "service_principal" unless they are set`,
  fix: 'Add them, or write "auth".',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      cloud: oneOf('AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud'),
      client_secret: secret,
    }),
    ...rules(
      {
        holds: (monitor) => monitor.given('subscription_ids') || monitor.flag('discover_subscriptions'),
        message: 'needs "subscription_ids" or "discover_subscriptions"',
        fix: 'Add one of them.',
      },
      {
        field: 'credentials',
        holds: (monitor) => monitor.has('auth') || ways.includes(monitor.text('credentials', 'service_principal')),
        message: `is none of ${ways.join(', ')}`,
        fix: 'Write one of them, or "auth".',
      },
      needs('service_principal', 'tenant_id', 'client_id', 'client_secret'),
      needs('workload_identity', 'tenant_id', 'client_id', 'federated_token_file'),
      {
        field: 'maximum_resources_per_batch',
        holds: (monitor) => !monitor.flag('use_batch_api') || monitor.number('maximum_resources_per_batch') >= 0,
        message: 'is less than 0',
        fix: 'Write 0 or more.',
      },
    ),
  },
};
