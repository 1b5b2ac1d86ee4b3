import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { each, fields, oneOf, regexp, rules, secret } from '../parts';

const keyLengths: readonly (readonly [hash: string, bytes: number])[] = [
  ['hmac-sha256', 32],
  ['hmac-sha512', 64],
];

const keyRule = ([hash, bytes]: (typeof keyLengths)[number]): SectionRule => ({
  field: 'hmac_key',
  holds: (redaction) =>
    redaction.text('hash_function').toLowerCase() !== hash || Buffer.byteLength(redaction.text('hmac_key')) >= bytes,
  message: `has to be of ${bytes} bytes or more for "${hash}"`,
  fix: 'Write a longer key, in a Secret.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      hash_function: {
        ...oneOf('', 'md5', 'sha1', 'sha3', 'hmac-sha256', 'hmac-sha512'),
        'x-enum-since': { 'hmac-sha256': '0.159.0', 'hmac-sha512': '0.159.0' },
        'x-ignore-case': true,
      },
      hmac_key: secret,
      blocked_key_patterns: each(regexp),
      blocked_values: each(regexp),
      allowed_values: each(regexp),
      ignored_key_patterns: each(regexp),
    }),
    ...rules(...keyLengths.map(keyRule)),
  },
};
