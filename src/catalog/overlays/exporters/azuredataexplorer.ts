import type { Overlay } from '../../overlay';
import type { Section } from '../../section-rule';
import { fields, oneOf, rules } from '../parts';
import { bareQueue, bareRetry } from '../structs/queue';

const application = ['application_id', 'application_key', 'tenant_id'];

/** Ways to authenticate that are configured in full. */
function ways(explorer: Section): number {
  const all = [
    application.every((name) => explorer.given(name)),
    explorer.given('managed_identity_id'),
    explorer.flag('use_azure_auth'),
  ];
  return all.filter(Boolean).length;
}

const uuid =
  '(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|\\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\}';

export const overlay: Overlay = {
  schema: {
    ...fields({
      cluster_uri: { pattern: '^https://' },
      ingestion_type: oneOf('', 'managed', 'queued'),
      sending_queue: bareQueue,
      retry_on_failure: bareRetry,
    }),
    required: ['cluster_uri'],
    ...rules(
      {
        holds: (explorer) => ways(explorer) === 1,
        message:
          'needs one way to authenticate: "application_id" with its "application_key" and "tenant_id", "managed_identity_id", or "use_azure_auth"',
        fix: 'Write one of them.',
      },
      {
        field: 'managed_identity_id',
        holds: (explorer) => {
          const id = explorer.text('managed_identity_id').trim();
          return id === '' || /^system$/i.test(id) || new RegExp(`^(?:${uuid})$`, 'i').test(id);
        },
        message: 'is neither "system" nor a UUID',
        fix: 'Write "system", or the object id of the identity.',
      },
    ),
  },
};
