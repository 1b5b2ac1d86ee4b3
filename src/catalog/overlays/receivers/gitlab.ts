import type { Overlay } from '../../overlay';
import { fields, notEmpty, rules, secret } from '../parts';
import { headers, webhookRules } from '../webhooks';

/** Headers that GitLab sets. */
const own = ['X-Gitlab-Webhook-UUID', 'X-Gitlab-Event', 'X-Gitlab-Event-UUID', 'Idempotency-Key'];

const ignored = { 'x-unknown': 'ignored', ...fields({}) };

/** It passes over fields that it does not know, but not in what decodes itself. */
export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    ...fields({
      webhook: {
        'x-unknown': 'ignored',
        ...fields({ endpoint: notEmpty, secret, required_headers: headers, dialer: ignored }),
        ...rules(...webhookRules('GitLab', own)),
      },
    }),
  },
};
