import type { Section, SectionRule } from '../../section-rule';
import { fields, oneOf, rules, secret, since, whenOn } from '../parts';
import type { StructOverlay } from '../structs';

const config = 'go.opentelemetry.io/collector/config/configtls';
const version = oneOf('', '1.0', '1.1', '1.2', '1.3');
// Certificates are public, though the type hides them.
const certificate = { 'x-secret': false };

const common = fields({
  ca_pem: certificate,
  cert_pem: certificate,
  min_version: version,
  max_version: version,
});

const twoSources = (what: string): SectionRule => ({
  field: `${what}_pem`,
  holds: (tls) => !tls.given(`${what}_file`) || !tls.given(`${what}_pem`),
  message: `stands beside "${what}_file"`,
  fix: 'Keep one of the two.',
});

const hasCertificate = (tls: Section) => tls.given('cert_file') || tls.given('cert_pem');
const hasKey = (tls: Section) => tls.given('key_file') || tls.given('key_pem');

const versionsInOrder: SectionRule = {
  field: 'max_version',
  holds: (tls) =>
    !tls.given('max_version') || Number(tls.text('max_version')) >= Number(tls.text('min_version') || '1.2'),
  message: 'is less than "min_version", which is 1.2 unless it is set',
  fix: 'Raise "max_version", or lower "min_version".',
};

const pair: SectionRule = {
  holds: (tls) => hasCertificate(tls) === hasKey(tls),
  message: 'has a certificate without its key, or a key without its certificate',
  fix: 'Write both: "cert_file" or "cert_pem", and "key_file" or "key_pem".',
};

const serverPair: SectionRule = {
  holds: (tls) => hasCertificate(tls) && hasKey(tls),
  message: 'needs a certificate and its key',
  fix: 'Write "cert_file" or "cert_pem", and "key_file" or "key_pem".',
};

const clientRules = rules(
  twoSources('ca'),
  since('0.159.0', twoSources('cert')),
  since('0.159.0', twoSources('key')),
  since('0.159.0', pair),
  versionsInOrder,
);

export const tlsStructs: readonly StructOverlay[] = [
  {
    structs: [`${config}.ClientConfig`],
    schema: {
      ...common,
      ...clientRules,
    },
  },
  // configtls.Config, without the rest of a client or a server.
  {
    fields: ['ca_pem', 'cert_pem', 'reload_interval'],
    without: ['insecure', 'client_ca_file'],
    schema: { ...common, ...clientRules },
  },
  {
    structs: [`${config}.ServerConfig`],
    schema: {
      // 0.131.0 does not look into sections that may be absent.
      ...fields({
        ca_pem: certificate,
        cert_pem: certificate,
        min_version: { 'x-from': { '0.159.0': version } },
        max_version: { 'x-from': { '0.159.0': version } },
      }),
      ...rules(
        ...[twoSources('ca'), twoSources('cert'), twoSources('key'), serverPair, versionsInOrder].map((rule) =>
          since('0.159.0', whenOn(rule)),
        ),
      ),
    },
  },
  { structs: [`${config}.TPMConfig`], schema: fields({ owner_auth: secret, auth: secret }) },
];
