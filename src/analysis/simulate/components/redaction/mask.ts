import { createHash, createHmac } from 'node:crypto';
import type { ConfigMap } from '../../../../model/config';
import { Unsupported } from '../../../../ottl/evaluate/value';
import { textOf } from '../../options';

const hashes: Readonly<Record<string, string>> = { md5: 'md5', sha1: 'sha1', sha3: 'sha3-256' };
const keyedHashes: Readonly<Record<string, string>> = { 'hmac-sha256': 'sha256', 'hmac-sha512': 'sha512' };

/** What stands where something must not be seen: stars, or its hash. */
export function maskOf(config: ConfigMap): (text: string) => string {
  const name = (textOf(config, 'hash_function') ?? '').toLowerCase();
  if (name === '') return () => '****';
  const hash = hashes[name];
  if (hash !== undefined) return (text) => createHash(hash).update(text).digest('hex');
  const keyed = keyedHashes[name];
  if (keyed === undefined) throw new Unsupported(`there is no hash_function "${name}"`);
  const key = textOf(config, 'hmac_key') ?? '';
  return (text) => createHmac(keyed, key).update(text).digest('hex');
}
