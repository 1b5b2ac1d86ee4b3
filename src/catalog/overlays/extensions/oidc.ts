import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { each, fields, rules } from '../parts';

const hasAudience: SectionRule = {
  field: 'audience',
  holds: (provider) => provider.given('audience') || provider.flag('ignore_audience'),
  message: 'is needed',
  fix: 'Add it, or write "ignore_audience: true".',
};
const provider: JsonSchema = { required: ['issuer_url'], ...rules(hasAudience) };

// A provider stands in the configuration itself, or several under `providers`.
const isAlone: SectionRule = {
  field: 'issuer_url',
  holds: (oidc) => oidc.given('issuer_url') || (oidc.since('0.159.0') && !oidc.given('audience')),
  message: 'is needed beside "audience"',
  fix: 'Add it.',
};

export const overlay: Overlay = {
  schema: {
    ...fields({ providers: each({ ...provider, 'x-null': 'refused', properties: {} }) }),
    ...rules(
      isAlone,
      {
        ...hasAudience,
        holds: (oidc) => (oidc.since('0.159.0') && !oidc.given('issuer_url')) || hasAudience.holds(oidc),
      },
      {
        field: 'providers',
        holds: (oidc) => {
          const all = [...(oidc.given('issuer_url') ? [oidc] : []), ...oidc.sections('providers')];
          const issuers = all.map((one) => one.text('issuer_url'));
          return new Set(issuers).size === issuers.length;
        },
        message: 'have an issuer twice',
        fix: 'Name each issuer once.',
      },
      {
        field: 'providers',
        holds: (oidc) => {
          const all = [...(oidc.given('issuer_url') ? [oidc] : []), ...oidc.sections('providers')];
          return all.length <= 1 || !all.some((one) => one.flag('ignore_issuer'));
        },
        message: 'have one that ignores the issuer, by which they are told apart',
        fix: 'Remove "ignore_issuer".',
      },
    ),
  },
  provides: ['serverAuth'],
};
