import type { JsonSchema } from '../facts';
import type { Section, SectionRule } from '../section-rule';
import { parseGoDuration } from '../shared-formats';

/** Parts that overlays have in common. */

export type Fields = Readonly<Record<string, JsonSchema>>;

export const fields = (properties: Fields): JsonSchema => ({ properties });
export const each = (item: JsonSchema): JsonSchema => ({ items: item });
/** The values of a map whose keys the user chooses. */
export const values = (value: JsonSchema): JsonSchema => ({ additionalProperties: value });
export const rules = (...list: readonly SectionRule[]): JsonSchema => ({ 'x-rules': list });
export const oneOf = (...options: readonly string[]): JsonSchema => ({ enum: options });
/** One of these fields is needed. */
export const needsOneOf = (...names: readonly string[]): JsonSchema => ({
  anyOf: names.map((name) => ({ required: [name] })),
});

export const positiveDuration: JsonSchema = { 'x-duration': 'positive' };
export const nonNegativeDuration: JsonSchema = { 'x-duration': 'non-negative' };
export const nonNegative: JsonSchema = { minimum: 0 };
export const positive: JsonSchema = { exclusiveMinimum: 0, 'x-null': 'refused' };
/** A text that is there of itself, and must not be taken away. */
export const notEmpty: JsonSchema = { minLength: 1, 'x-null': 'refused' };
export const regexp: JsonSchema = { format: 'go-regexp' };
export const secret: JsonSchema = { 'x-secret': true };

/** The source of a database, a secret where it holds a password. */
export const dataSource: JsonSchema = { 'x-secret': 'in-source' };

const escaped = '%[0-9A-Fa-f]{2}';
const scheme = '[A-Za-z][A-Za-z0-9+.-]*';
const path = `(?:[^%?#]|${escaped})*`;
const authority = '//(?:[^/?#]*@)?(?:\\[[^/?#\\]]*\\]|[^ %/:?#@\\[\\]\\\\^`{|}]*)(?::\\d*)?';

/** What Go's url.Parse takes, if it begins in such a way. */
const urlThat = (begins: string): JsonSchema => ({
  pattern:
    `^${begins}(?![^]*[\\u0000-\\u001f\\u007f])` +
    `(?:(?:${scheme}:)?${authority}(?:/${path})?|${scheme}:(?:[^/?#][^?#]*)?|(?:${scheme}:)?/(?!/)${path}|` +
    `(?:(?:[^%/:?#]|${escaped})+(?:/${path})?)?)(?:\\?[^#]*)?(?:#(?:[^%]|${escaped})*)?$`,
});

/** What Go's url.Parse takes: `localhost:80`, but not `127.0.0.1:80`, whose scheme is missing. */
export const url = urlThat('');
/** What Go's url.ParseRequestURI takes. */
export const uri = urlThat(`(?=${scheme}:|/)`);
/** A URL of HTTP, perhaps without a host. */
export const httpScheme = urlThat('(?=[Hh][Tt][Tt][Pp][Ss]?:)');
export const httpUrl = urlThat('(?=[Hh][Tt][Tt][Pp][Ss]?://[^/?#])');
/** A URL with a host, whose query is this word. */
export const urlWithQuery = (query: string): JsonSchema =>
  urlThat(`(?=(?:${scheme}:)?//(?:[^/?#]*@)?[^/:?#][^?#]*\\?${query}(?:#|$))`);

/** What Go's net.SplitHostPort takes; both parts may be empty. */
export const hostPort: JsonSchema = { pattern: '^(?:\\[[^\\[\\]]*\\]|[^:\\[\\]]*):[^:\\[\\]]*$' };
/** A host, which may be empty, and a port of 1 to 65535. */
export const hostWithPort: JsonSchema = {
  pattern:
    '^(?:\\[[^\\[\\]]*\\]|[^:\\[\\]]*):' +
    '\\+?0*(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$',
};
/** An address with a port, or with the name of one. */
export const address: JsonSchema = { pattern: '^$|:[A-Za-z0-9-]*$' };

/** The versions of a TLS server, for components in which older releases look at them, too. */
export const tlsVersions: JsonSchema = fields({
  min_version: oneOf('', '1.0', '1.1', '1.2', '1.3'),
  max_version: oneOf('', '1.0', '1.1', '1.2', '1.3'),
});

/** Texts of certificates and keys, for components that load them when they are checked. */
export const loadedTexts: Fields = {
  ca_pem: { pattern: '^$|-----BEGIN CERTIFICATE-----' },
  cert_pem: { pattern: '^$|-----BEGIN CERTIFICATE-----' },
  key_pem: { pattern: '^$|-----BEGIN [A-Z ]*PRIVATE KEY-----' },
};
export const loadedTls: JsonSchema = fields(loadedTexts);

const suites =
  /^(?:TLS_(?:AES_(?:128_GCM_SHA256|256_GCM_SHA384)|CHACHA20_POLY1305_SHA256)|TLS_ECDHE_(?:ECDSA|RSA)_WITH_(?:AES_(?:128|256)_CBC_SHA|AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256))$/;
const weakSuites =
  /^TLS_(?:RSA_WITH_(?:RC4_128_SHA|3DES_EDE_CBC_SHA|AES_(?:128|256)_CBC_SHA|AES_128_CBC_SHA256|AES_128_GCM_SHA256|AES_256_GCM_SHA384)|ECDHE_(?:ECDSA|RSA)_WITH_(?:RC4_128_SHA|AES_128_CBC_SHA256)|ECDHE_RSA_WITH_3DES_EDE_CBC_SHA)$/;

const curves = ['P256', 'P384', 'P521', 'X25519', 'X25519MLKEM768'];

/** What a client may choose of TLS, for components that load it when they are checked; those without TLS do not. */
export const tlsChoices = (insecure = false): JsonSchema => {
  const isLoaded = (tls: Section) => !tls.flag('insecure', insecure) || tls.given('ca_file') || tls.given('ca_pem');
  return rules(
    {
      field: 'cipher_suites',
      holds: (tls) =>
        !isLoaded(tls) ||
        tls
          .list('cipher_suites')
          .map(String)
          .every((name) => suites.test(name) || (tls.flag('include_insecure_cipher_suites') && weakSuites.test(name))),
      message: 'names one that Go does not have, or not without "include_insecure_cipher_suites"',
      fix: 'Write e.g. "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384".',
    },
    {
      field: 'curve_preferences',
      holds: (tls) => !isLoaded(tls) || tls.list('curve_preferences').every((name) => curves.includes(String(name))),
      message: 'names one that Go does not have',
      fix: `Write ${curves.join(', ')}, or some of them.`,
    },
  );
};

/** What holds OTTL. */
export const condition = (...contexts: readonly string[]): JsonSchema => ottl('condition', contexts);
export const conditions = (...contexts: readonly string[]): JsonSchema => ottl('conditions', contexts);
export const statement = (...contexts: readonly string[]): JsonSchema => ottl('statement', contexts);
export const statements = (...contexts: readonly string[]): JsonSchema => ottl('statements', contexts);
/** A value expression, such as `attributes["a"]`. */
export const expression = (...contexts: readonly string[]): JsonSchema => ottl('expression', contexts);

function ottl(what: string, contexts: readonly string[]): JsonSchema {
  return { 'x-ottl': what, ...(contexts.length > 0 && { 'x-ottl-contexts': contexts }) };
}

/** A section that the decoder leaves out when it says so: its rules do not count then. */
export const whenOn = (rule: SectionRule): SectionRule => ({
  ...rule,
  holds: (section) => !section.flag('enabled', true) || rule.holds(section),
});

/** A rule that releases before do not have. */
export const since = (release: string, rule: SectionRule): SectionRule => ({
  ...rule,
  holds: (section) => !section.since(release) || rule.holds(section),
});

/** Two fields that go together. */
export const bothOrNeither = (one: string, other: string): SectionRule => ({
  holds: (section) => section.given(one) === section.given(other),
  message: `needs both "${one}" and "${other}", or neither`,
  fix: 'Add the other one.',
});

/** Two fields of which only one may be there. */
export const notBoth = (one: string, other: string): SectionRule => ({
  field: one,
  holds: (section) => !section.given(one) || !section.given(other),
  message: `stands beside "${other}"`,
  fix: 'Keep one of the two.',
});

const nanoseconds = (duration: string) => parseGoDuration(duration) ?? 0;

/** A duration, where it is given, of so much or more. */
export const atLeast = (field: string, least: string): SectionRule => ({
  field,
  // Null is zero.
  holds: (section) => section.duration(field, section.keys().includes(field) ? '0s' : least) >= nanoseconds(least),
  message: `is less than ${least}`,
  fix: `Write "${least}" or more.`,
});

/** A duration, where it is given, of so much or less. */
export const atMost = (field: string, most: string): SectionRule => ({
  field,
  holds: (section) => section.duration(field) <= nanoseconds(most),
  message: `is more than ${most}`,
  fix: `Write "${most}" or less.`,
});
