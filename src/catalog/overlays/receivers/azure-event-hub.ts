import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, oneOf, rules, secret } from '../parts';

const store: JsonSchema = { ...fields({ connection: secret }), required: ['container_name'] };

export const overlay: Overlay = {
  schema: {
    // "raw" is for logs alone.
    ...fields({ connection: secret, format: oneOf('', 'azure', 'raw'), blob_checkpoint_store: store }),
    ...rules(
      {
        field: 'connection',
        holds: (hub) => hub.has('auth') || isConnectionString(hub.text('connection'), hub.since('0.159.0')),
        message: 'is needed, with an Endpoint, a SharedAccessKeyName and a SharedAccessKey, unless there is "auth"',
        fix: 'Copy the connection string of the event hub.',
      },
      {
        field: 'event_hub',
        holds: (hub) => !hub.has('auth') || (hub.given('event_hub.name') && hub.given('event_hub.namespace')),
        message: 'needs "name" and "namespace" beside "auth"',
        fix: 'Add them.',
      },
      {
        field: 'offset',
        holds: (hub) => !hub.given('offset') || hub.given('partition'),
        message: 'needs a "partition"',
        fix: 'Add it.',
      },
      {
        field: 'blob_checkpoint_store.connection',
        holds: (hub) =>
          !hub.has('blob_checkpoint_store') || hub.has('auth') || hub.given('blob_checkpoint_store.connection'),
        message: 'is needed, unless there is "auth"',
        fix: 'Write the connection string of the storage account.',
      },
      {
        field: 'blob_checkpoint_store.storage_account_url',
        holds: (hub) =>
          !hub.has('blob_checkpoint_store') ||
          !hub.has('auth') ||
          hub.given('blob_checkpoint_store.storage_account_url'),
        message: 'is needed beside "auth"',
        fix: 'Write e.g. "https://account.blob.core.windows.net".',
      },
      {
        field: 'blob_checkpoint_store',
        holds: (hub) =>
          !hub.has('blob_checkpoint_store') || !(hub.given('partition') || hub.given('offset') || hub.has('storage')),
        message: 'stands beside "partition", "offset" or "storage"',
        fix: 'Remove them, or it.',
      },
    ),
  },
};

// Older releases take the namespace from the endpoint's host.
function isConnectionString(text: string, anyHost: boolean): boolean {
  const parts = text.split(';').filter((part) => part !== '');
  const has = (key: string) => new RegExp(`(?:^|;)${key}=[^;]`, 'i').test(text);
  const isSigned = has('SharedAccessSignature') || (has('SharedAccessKeyName') && has('SharedAccessKey'));
  return (
    parts.every((part) => part.includes('=')) &&
    has('Endpoint') &&
    isSigned &&
    (anyHost || /(?:^|;)Endpoint=[^;]*:\/\/[^./;]+\./.test(text))
  );
}
