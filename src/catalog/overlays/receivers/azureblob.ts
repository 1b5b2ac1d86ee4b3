import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, oneOf, rules, secret } from '../parts';

const byPrincipal = (...paths: readonly string[]): SectionRule => ({
  holds: (blob) => blob.text('auth') !== 'service_principal' || paths.every((path) => blob.given(path)),
  message: `needs ${paths.map((path) => `"${path}"`).join(', ')} for its authentication`,
  fix: 'Add them.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      auth: oneOf('connection_string', 'service_principal', 'default'),
      cloud: oneOf('AzureCloud', 'AzureUSGovernment'),
      connection_string: secret,
      // It holds a key.
      event_hub: fields({ endpoint: secret }),
    }),
    ...rules(
      {
        field: 'connection_string',
        holds: (blob) =>
          blob.text('auth', 'connection_string') !== 'connection_string' || blob.given('connection_string'),
        message: 'is needed, unless "auth" says otherwise',
        fix: 'Write the connection string of the storage account.',
      },
      {
        field: 'connection_string',
        holds: (blob) =>
          blob.text('auth', 'connection_string') !== 'connection_string' ||
          !blob.given('connection_string') ||
          isConnectionString(blob.text('connection_string')),
        message: 'is no list of "key=value" with an AccountKey or a SharedAccessSignature',
        fix: 'Copy the connection string of the storage account.',
      },
      byPrincipal(
        'service_principal.tenant_id',
        'service_principal.client_id',
        'service_principal.client_secret',
        'storage_account_url',
      ),
    ),
  },
};

function isConnectionString(text: string): boolean {
  const parts = text.replace(/;+$/, '').split(';');
  return parts.every((part) => part.includes('=')) && /(?:^|;)(?:AccountKey|SharedAccessSignature)=/.test(text);
}
