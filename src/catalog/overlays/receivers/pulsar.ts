import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { Section, SectionRule } from '../../section-rule';
import { fields, notEmpty, rules, secret } from '../parts';

/** One or more hosts, with ports or without. */
const serviceUrl: JsonSchema = {
  pattern: '^$|^(?:[Pp][Uu][Ll][Ss][Aa][Rr]|[Hh][Tt][Tt][Pp][Ss]?)(?:\\+[A-Za-z0-9+]+)?://[^/?#\\s]+(?:[/?#].*)?$',
};

/** Ways to say who it is, the first of which counts. */
const ways = ['tls', 'token', 'oauth2', 'athenz'];
const usedWay = (auth: Section) => ways.find((way) => auth.has(way) && auth.flag(`${way}.enabled`, true));

const needs = (way: string, ...names: readonly string[]): SectionRule => ({
  field: way,
  holds: (auth) => usedWay(auth) !== way || names.every((name) => auth.given(`${way}.${name}`)),
  message: `needs ${names.map((name) => `"${name}"`).join(', ')}`,
  fix: 'Add what is missing.',
});

export const overlay: Overlay = {
  schema: fields({
    endpoint: serviceUrl,
    subscription: notEmpty,
    auth: {
      ...fields({ oauth2: fields({ private_key: { 'x-secret': false } }), athenz: fields({ private_key: secret }) }),
      ...rules(
        needs('token', 'token'),
        needs('athenz', 'provider_domain', 'tenant_domain', 'tenant_service', 'private_key', 'zts_url'),
      ),
    },
  }),
};
