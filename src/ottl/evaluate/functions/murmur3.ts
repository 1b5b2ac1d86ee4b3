/** MurmurHash3 with seed 0, as little-endian hexadecimal digits. */

const rotate32 = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

export function murmur3of32(bytes: Uint8Array): string {
  const mix = (k: number): number => Math.imul(rotate32(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks = bytes.length >> 2;
  let hash = 0;
  for (let block = 0; block < blocks; block++) {
    hash = Math.imul(rotate32(hash ^ mix(view.getUint32(block * 4, true)), 13), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (let index = bytes.length - 1; index >= blocks * 4; index--) rest = (rest << 8) | (bytes[index] ?? 0);
  hash ^= mix(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  const written = Buffer.alloc(4);
  written.writeInt32LE(hash);
  return written.toString('hex');
}

const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotate = (value: bigint, by: bigint): bigint => wrap(value << by) | (value >> (64n - by));
const mixFirst = (k: bigint): bigint => wrap(rotate(wrap(k * C1), 31n) * C2);
const mixSecond = (k: bigint): bigint => wrap(rotate(wrap(k * C2), 33n) * C1);

function finish(value: bigint): bigint {
  const first = wrap((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn);
  const second = wrap((first ^ (first >> 33n)) * 0xc4ceb9fe1a85ec53n);
  return second ^ (second >> 33n);
}

/** The variant for 64-bit machines. */
export function murmur3of128(bytes: Uint8Array): string {
  const padded = Buffer.alloc(Math.ceil(bytes.length / 16) * 16);
  padded.set(bytes);
  let h1 = 0n;
  let h2 = 0n;
  const whole = bytes.length - (bytes.length % 16);
  for (let at = 0; at < whole; at += 16) {
    h1 = rotate(h1 ^ mixFirst(padded.readBigUInt64LE(at)), 27n);
    h1 = wrap(wrap(h1 + h2) * 5n + 0x52dce729n);
    h2 = rotate(h2 ^ mixSecond(padded.readBigUInt64LE(at + 8)), 31n);
    h2 = wrap(wrap(h2 + h1) * 5n + 0x38495ab5n);
  }
  if (whole < bytes.length) {
    h2 ^= mixSecond(padded.readBigUInt64LE(whole + 8));
    h1 ^= mixFirst(padded.readBigUInt64LE(whole));
  }
  h1 ^= BigInt(bytes.length);
  h2 ^= BigInt(bytes.length);
  h1 = wrap(h1 + h2);
  h2 = wrap(h2 + h1);
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = wrap(h1 + h2);
  h2 = wrap(h2 + h1);
  const written = Buffer.alloc(16);
  written.writeBigUInt64LE(h1, 0);
  written.writeBigUInt64LE(h2, 8);
  return written.toString('hex');
}
