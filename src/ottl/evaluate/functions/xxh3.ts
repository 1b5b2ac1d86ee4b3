/** XXH3 with seed 0, as big-endian hexadecimal digits. */

/** The secret that the algorithm is defined with. */
const SECRET = Buffer.from(
  'b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f' +
    'cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c' +
    '3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8' +
    'a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364' +
    'eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e' +
    '2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e',
  'hex',
);

const P32_1 = 0x9e3779b1n;
const P32_2 = 0x85ebca77n;
const P32_3 = 0xc2b2ae3dn;
const P64_1 = 0x9e3779b185ebca87n;
const P64_2 = 0xc2b2ae3d27d4eb4fn;
const P64_3 = 0x165667b19e3779f9n;
const P64_4 = 0x85ebca77c2b2ae63n;
const P64_5 = 0x27d4eb2f165667c5n;
const MIX_1 = 0x165667919e3779f9n;
const MIX_2 = 0x9fb21c651e98df25n;

const STRIPE = 64;
const STRIPES_IN_BLOCK = 16;
/** Stripes read the secret from 8 bytes further on each; the last one from here. */
const LAST_STRIPE_SECRET = 121;
const SCRAMBLE_SECRET = 128;

interface Wide {
  low: bigint;
  high: bigint;
}

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotate = (value: bigint, by: bigint): bigint => wrap(value << by) | (value >> (64n - by));
const secret = (at: number): bigint => SECRET.readBigUInt64LE(at);
const secret32 = (at: number): bigint => BigInt(SECRET.readUInt32LE(at));
const fold = (a: bigint, b: bigint): bigint => wrap(a * b) ^ ((a * b) >> 64n);

function reverse(value: bigint, bytes: 4 | 8): bigint {
  const written = Buffer.alloc(8);
  written.writeBigUInt64LE(value);
  return bytes === 4 ? BigInt(written.readUInt32BE(0)) : written.readBigUInt64BE(0);
}

function avalanche(value: bigint): bigint {
  const mixed = wrap((value ^ (value >> 37n)) * MIX_1);
  return mixed ^ (mixed >> 32n);
}

function classicAvalanche(value: bigint): bigint {
  const first = wrap((value ^ (value >> 33n)) * P64_2);
  const second = wrap((first ^ (first >> 29n)) * P64_3);
  return second ^ (second >> 32n);
}

const mix16 = (data: Buffer, at: number, key: number): bigint =>
  fold(data.readBigUInt64LE(at) ^ secret(key), data.readBigUInt64LE(at + 8) ^ secret(key + 8));

const sum16 = (data: Buffer, at: number): bigint => wrap(data.readBigUInt64LE(at) + data.readBigUInt64LE(at + 8));

function mix32(state: Wide, data: Buffer, first: number, second: number, key: number): void {
  state.low = wrap(state.low + mix16(data, first, key)) ^ sum16(data, second);
  state.high = wrap(state.high + mix16(data, second, key + 16)) ^ sum16(data, first);
}

/** One to three bytes and their number in 32 bits. */
function tiny(data: Buffer): bigint {
  const { length } = data;
  const [first = 0] = data;
  const middle = data[length >> 1] ?? 0;
  const last = data[length - 1] ?? 0;
  return BigInt(((first << 16) | (middle << 24) | last | (length << 8)) >>> 0);
}

/** The eight accumulators of more than 240 bytes. */
function accumulate(data: Buffer): bigint[] {
  const state = [P32_3, P64_1, P64_2, P64_3, P64_4, P32_2, P64_5, P32_1];
  const add = (at: number, key: number): void => {
    for (let lane = 0; lane < 8; lane++) {
      const value = data.readBigUInt64LE(at + lane * 8);
      const keyed = value ^ secret(key + lane * 8);
      state[lane ^ 1] = wrap((state[lane ^ 1] ?? 0n) + value);
      state[lane] = wrap((state[lane] ?? 0n) + (keyed & 0xffffffffn) * (keyed >> 32n));
    }
  };
  const stripes = Math.floor((data.length - 1) / STRIPE);
  for (let stripe = 0; stripe < stripes; stripe++) {
    const inBlock = stripe % STRIPES_IN_BLOCK;
    add(stripe * STRIPE, inBlock * 8);
    if (inBlock < STRIPES_IN_BLOCK - 1) continue;
    for (let lane = 0; lane < 8; lane++) {
      const value = state[lane] ?? 0n;
      state[lane] = wrap((value ^ (value >> 47n) ^ secret(SCRAMBLE_SECRET + lane * 8)) * P32_1);
    }
  }
  add(data.length - STRIPE, LAST_STRIPE_SECRET);
  return state;
}

function merge(state: readonly bigint[], start: bigint, key: number): bigint {
  let result = start;
  for (let lane = 0; lane < 8; lane += 2) {
    const at = key + lane * 8;
    result += fold((state[lane] ?? 0n) ^ secret(at), (state[lane + 1] ?? 0n) ^ secret(at + 8));
  }
  return avalanche(wrap(result));
}

function hash64(data: Buffer): bigint {
  const { length } = data;
  const size = BigInt(length);
  if (length === 0) return classicAvalanche(secret(56) ^ secret(64));
  if (length <= 3) return classicAvalanche(tiny(data) ^ secret32(0) ^ secret32(4));
  if (length <= 8) {
    const input = BigInt(data.readUInt32LE(length - 4)) + (BigInt(data.readUInt32LE(0)) << 32n);
    let keyed = input ^ secret(8) ^ secret(16);
    keyed = wrap((keyed ^ rotate(keyed, 49n) ^ rotate(keyed, 24n)) * MIX_2);
    keyed = wrap((keyed ^ wrap((keyed >> 35n) + size)) * MIX_2);
    return keyed ^ (keyed >> 28n);
  }
  if (length <= 16) {
    const low = data.readBigUInt64LE(0) ^ secret(24) ^ secret(32);
    const high = data.readBigUInt64LE(length - 8) ^ secret(40) ^ secret(48);
    return avalanche(wrap(size + reverse(low, 8) + high + fold(low, high)));
  }
  if (length > 240) return merge(accumulate(data), wrap(size * P64_1), 11);
  let state = size * P64_1;
  if (length <= 128) {
    for (let pair = (length - 1) >> 5; pair >= 0; pair--) {
      state += mix16(data, pair * 16, pair * 32) + mix16(data, length - (pair + 1) * 16, pair * 32 + 16);
    }
    return avalanche(wrap(state));
  }
  for (let at = 0; at < 128; at += 16) state += mix16(data, at, at);
  state = avalanche(wrap(state));
  for (let at = 128; at + 16 <= length; at += 16) state += mix16(data, at, at - 125);
  return avalanche(wrap(state + mix16(data, length - 16, 119)));
}

function hash128(data: Buffer): Wide {
  const { length } = data;
  const size = BigInt(length);
  if (length === 0)
    return {
      low: classicAvalanche(secret(64) ^ secret(72)),
      high: classicAvalanche(secret(80) ^ secret(88)),
    };
  if (length <= 3) {
    const low = tiny(data);
    const reversed = reverse(low, 4);
    const high = BigInt.asUintN(32, reversed << 13n) | (reversed >> 19n);
    return {
      low: classicAvalanche(low ^ secret32(0) ^ secret32(4)),
      high: classicAvalanche(high ^ secret32(8) ^ secret32(12)),
    };
  }
  if (length <= 8) return upTo8(data, size);
  if (length <= 16) return upTo16(data, size);
  const state: Wide = { low: wrap(size * P64_1), high: 0n };
  if (length > 240) {
    const lanes = accumulate(data);
    return { low: merge(lanes, state.low, 11), high: merge(lanes, wrap(~(size * P64_2)), 117) };
  }
  if (length <= 128) {
    for (let pair = (length - 1) >> 5; pair >= 0; pair--)
      mix32(state, data, pair * 16, length - (pair + 1) * 16, pair * 32);
  } else {
    for (let at = 0; at < 128; at += 32) mix32(state, data, at, at + 16, at);
    state.low = avalanche(state.low);
    state.high = avalanche(state.high);
    for (let at = 128; at + 32 <= length; at += 32) mix32(state, data, at, at + 16, at - 125);
    mix32(state, data, length - 16, length - 32, 103);
  }
  const low = avalanche(wrap(state.low + state.high));
  const high = wrap(-avalanche(wrap(state.low * P64_1 + state.high * P64_4 + size * P64_2)));
  return { low, high };
}

function upTo8(data: Buffer, size: bigint): Wide {
  const input = BigInt(data.readUInt32LE(0)) + (BigInt(data.readUInt32LE(data.length - 4)) << 32n);
  const product = (input ^ secret(16) ^ secret(24)) * wrap(P64_1 + (size << 2n));
  let low = wrap(product);
  const high = wrap((product >> 64n) + (low << 1n));
  low ^= high >> 3n;
  low = wrap((low ^ (low >> 35n)) * MIX_2);
  return { low: low ^ (low >> 28n), high: avalanche(high) };
}

function upTo16(data: Buffer, size: bigint): Wide {
  const first = data.readBigUInt64LE(0);
  const second = data.readBigUInt64LE(data.length - 8);
  const product = (first ^ second ^ secret(32) ^ secret(40)) * P64_1;
  const keyed = second ^ secret(48) ^ secret(56);
  const high = wrap((product >> 64n) + keyed + (keyed & 0xffffffffn) * (P32_2 - 1n));
  const low = wrap(product + ((size - 1n) << 54n)) ^ reverse(high, 8);
  const last = low * P64_2;
  return { low: avalanche(wrap(last)), high: avalanche(wrap((last >> 64n) + high * P64_2)) };
}

const hexadecimal = (value: bigint): string => value.toString(16).padStart(16, '0');

export function xxh3of64(bytes: Uint8Array): string {
  return hexadecimal(hash64(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}

export function xxh3of128(bytes: Uint8Array): string {
  const { low, high } = hash128(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return hexadecimal(high) + hexadecimal(low);
}
