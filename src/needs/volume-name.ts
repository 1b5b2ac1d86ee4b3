import { createHash } from 'node:crypto';

/** The longest DNS label (RFC 1123). */
const maxLength = 63;
const checksumLength = 8;

/**
 * A volume's name: a DNS label that can be read. Where letters of the text are lost, a checksum of the whole keeps two
 * texts apart; what separates words in paths and names counts as nothing lost.
 */
export function volumeName(prefix: string, text: string, checked: 'always' | 'if-lossy' = 'if-lossy'): string {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const name = [prefix, label].filter((part) => part !== '').join('-');
  const lossless = /^[a-z0-9./_-]*$/.test(text);
  if (checked === 'if-lossy' && lossless && name.length <= maxLength) return name;
  const checksum = createHash('sha256').update(text).digest('hex').slice(0, checksumLength);
  return `${name.slice(0, maxLength - checksumLength - 1).replace(/-+$/, '')}-${checksum}`;
}
