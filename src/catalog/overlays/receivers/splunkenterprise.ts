import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';

const parts = ['indexer', 'search_head', 'cluster_master'];

const part: JsonSchema = rules(
  {
    field: 'auth',
    holds: (client) => !client.given('endpoint') || (client.has('auth') && client.flag('auth.enabled', true)),
    message: 'is needed',
    fix: 'Write "auth: { authenticator: … }" with the id of an extension such as basicauth.',
  },
  {
    field: 'endpoint',
    holds: (client) => !client.given('endpoint') || /^http[A-Za-z0-9+.-]*:/i.test(client.text('endpoint')),
    message: 'is no URL of HTTP',
    fix: 'Write e.g. "https://splunk:8089".',
  },
);

export const overlay: Overlay = {
  schema: {
    ...fields(Object.fromEntries(parts.map((name) => [name, part]))),
    ...rules({
      holds: (splunk) => parts.some((name) => splunk.given(`${name}.endpoint`)),
      message: `needs an endpoint in one of ${parts.map((name) => `"${name}"`).join(', ')}`,
      fix: 'Add one.',
    }),
  },
};
