const byte = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const ipv4 = `(?:${byte}\\.){3}${byte}`;
const group = '[0-9a-fA-F]{1,4}';

// With the `::` after 1 to 7 groups, the one with the most groups before it first.
const compressed = [6, 5, 4, 3, 2, 1].map((before) => `(?:${group}:){${before}}(?::${group}){1,${7 - before}}\\b`);

/**
 * Regular expressions for well-known kinds of personal and secret data (RE2, as the collector has it), for `redact`.
 * They look at the form alone: a number that has the form of a credit card's is masked even if no card has it.
 */
export const patterns = {
  /** `ada@example.com`. */
  email: '[a-zA-Z0-9._%+-]+@[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*\\.[a-zA-Z]{2,}',
  /** Visa, Mastercard, American Express, Discover, JCB and Diners Club; spaces or hyphens may divide the digits. */
  creditCard: [
    '\\b(?:4[0-9]{3}|5[1-5][0-9]{2}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)|6(?:011|4[4-9][0-9]|5[0-9]{2})|35(?:2[89]|[3-8][0-9]))(?:[ -]?[0-9]{4}){3}\\b',
    '\\b3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}\\b',
    '\\b3(?:0[0-5]|[68][0-9])[0-9][ -]?[0-9]{6}[ -]?[0-9]{4}\\b',
  ].join('|'),
  /** `203.0.113.7`. */
  ipv4: `\\b${ipv4}\\b`,
  /** In full, shortened by `::`, and with an IPv4 address at the end. */
  ipv6: [
    `\\B::(?:[fF]{4}(?::0{1,4})?:)?${ipv4}\\b`,
    `\\b(?:${group}:){1,4}:${ipv4}\\b`,
    `\\b(?:${group}:){7}${group}\\b`,
    ...compressed.map((form) => `\\b${form}`),
    `\\B:(?::${group}){1,7}\\b`,
    `\\b(?:${group}:){1,7}:\\B`,
  ].join('|'),
  /** `219-09-9999`; only with its hyphens, and not in the ranges that are never given out. */
  usSocialSecurity:
    '\\b(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])-(?:0[1-9]|[1-9][0-9])-(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})\\b',
  /** `DE89370400440532013000`, in one piece or in groups of four; capitals only. */
  iban: '\\b[A-Z]{2}[0-9]{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?|(?: [A-Z0-9]{4}){2} [A-Z0-9]{3})\\b',
  /** `+44 20 7946 0958`: with the plus of its country. */
  phoneNumber: '\\B\\+[1-9](?:[ ().-]{0,2}[0-9]){7,14}\\b',
  /** `00:1b:44:11:3a:b7`, with colons or hyphens. */
  macAddress: '(?i)\\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\\b|\\b(?:[0-9a-f]{2}-){5}[0-9a-f]{2}\\b',
  /** `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`. */
  uuid: '(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b',
  /** `Bearer` with a token of at least 16 characters, of an HTTP header. */
  bearerToken: '(?i)\\bbearer\\s+[a-z0-9._~+/-]{16,}=*',
  /** A JSON Web Token: three parts, of which the first two are JSON in Base64. */
  jwt: '\\beyJ[a-zA-Z0-9_-]{5,}\\.eyJ[a-zA-Z0-9_-]{5,}\\.[a-zA-Z0-9_-]*',
  /** The id of an access key of AWS, which is `AKIA` or `ASIA` and 16 more. */
  awsAccessKeyId: '\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b',
  /** A private key as PEM, from its first line to its last. */
  privateKey: '(?s)-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----.*?-----END (?:[A-Z0-9]+ )*PRIVATE KEY-----',
} as const;
