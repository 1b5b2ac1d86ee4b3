import { Chart } from 'cdk8s';
import {
  Collector,
  exporters,
  patterns,
  receivers,
  redact,
  redactSpans,
  resource,
  rule,
  secret,
  text,
} from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** The vendor, outside of the company. */
export const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
});

/** Our own store, where support may look up who had a problem. */
export const support = exporters.otlp_http('support', { endpoint: 'https://support.internal.example' });

const personal = [patterns.email, patterns.creditCard, patterns.iban, patterns.phoneNumber, patterns.ipv4];

/** Masks what looks like personal data wherever it stands, and the attributes that always are. */
const masked = redact('pii', { values: personal, keys: ['user.name', 'user.full_name', 'enduser.id'] });

/** Equal users stay equal: the hash has a key that only we know, so that nobody can try out names. */
const pseudonyms = redact('pseudonyms', {
  keys: ['user.id'],
  hash: { hmac: 'sha256', key: secret('pseudonyms', 'key') },
});

/** Tokens that nobody should see, not even we. */
const secrets = redact('secrets', {
  values: [patterns.bearerToken, patterns.jwt, patterns.privateKey, patterns.awsAccessKeyId],
});

/** A gateway that lets no personal data out of the company. */
export function gateway(scope: Construct): Collector {
  const chart = new Chart(scope, 'pii-redaction', { namespace: 'telemetry' });
  const collector = new Collector(chart, 'gateway', { replicas: 2 });
  const from = [receivers.otlp({ protocols: { grpc: {}, http: {} } })];
  const outside = [pseudonyms, masked];

  collector.route('logs', {
    from,
    processors: [secrets],
    rules: [
      rule('customer-facing', {
        when: resource.attribute('service.name').in(['checkout', 'accounts']),
        to: [support, vendor.through(...outside)],
      }),
    ],
    otherwise: { to: [vendor], processors: outside },
  });
  // The names of spans and the messages of their status are no attributes.
  const names = redactSpans('names', { values: personal });
  collector.pipeline('traces', { from, processors: [secrets, ...outside, names], to: [vendor] });
  return collector;
}
