import { createHash } from 'node:crypto';
import { type Converter, converter } from './function';
import { murmur3of32, murmur3of128 } from './murmur3';
import { utf8 } from './utf8';
import { xxh3of64, xxh3of128 } from './xxh3';

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** The 64-bit FNV-1a hash, as the int64 of the same bits. */
export function fnv(bytes: Uint8Array): bigint {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * FNV_PRIME);
  return BigInt.asIntN(64, hash);
}

function hashOf(digest: (bytes: Uint8Array) => string | bigint): Converter {
  return converter({
    parameters: { target: 'string' },
    make:
      ({ target }) =>
      (place) =>
        digest(utf8(target(place))),
  });
}

const standard = (algorithm: string): Converter => hashOf((bytes) => createHash(algorithm).update(bytes).digest('hex'));

/** Hashes of a text, as lower-case hexadecimal digits; FNV as an int. */
export const hashes = {
  FNV: hashOf(fnv),
  MD5: standard('md5'),
  Murmur3Hash: hashOf(murmur3of32),
  Murmur3Hash128: hashOf(murmur3of128),
  SHA1: standard('sha1'),
  SHA256: standard('sha256'),
  SHA512: standard('sha512'),
  XXH128: hashOf(xxh3of128),
  XXH3: hashOf(xxh3of64),
} satisfies Record<string, Converter>;
