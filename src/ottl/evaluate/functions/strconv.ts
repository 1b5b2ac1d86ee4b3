/**
 * How Go reads and writes numbers and bools as text (its package strconv).
 */

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d+)$/i;
const SPECIAL = /^(?:([+-]?)inf(?:inity)?|nan)$/i;

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((word): [string, boolean] => [word, true]),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((word): [string, boolean] => [word, false]),
]);

/** Undefined where it is none of the twelve words that Go knows. */
export function parseBool(text: string): boolean | undefined {
  return BOOLS.get(text);
}

/**
 * An int64 in a base from 2 to 36; base 0 reads a prefix (`0x`, `0o`, `0b`, `0`) and allows `_` between digits. Undefined
 * where it is none, or too large.
 */
export function parseInt64(text: string, base: bigint): bigint | undefined {
  const negative = text.startsWith('-');
  let digits = negative || text.startsWith('+') ? text.slice(1) : text;
  let radix = Number(base);
  if (base === 0n) {
    if (!underscoresSeparateDigits(digits)) return undefined;
    [radix, digits] = withoutPrefix(digits);
    digits = digits.replaceAll('_', '');
  }
  if (radix < 2 || radix > 36 || digits === '') return undefined;
  let value = 0n;
  const wideRadix = BigInt(radix);
  for (const character of digits) {
    const digit = /[0-9a-z]/i.test(character) ? Number.parseInt(character, 36) : 36;
    if (digit >= radix) return undefined;
    value = value * wideRadix + BigInt(digit);
    if (value > MAX_INT64 + 1n) return undefined;
  }
  if (negative) value = -value;
  return value > MAX_INT64 ? undefined : value;
}

/** A float64. Undefined where it is none, or too large. */
export function parseFloat64(text: string): number | undefined {
  const special = SPECIAL.exec(text);
  if (special !== null) {
    if (/nan/i.test(text)) return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const unsigned = text.replace(/^[+-]/, '');
  if (!underscoresSeparateDigits(unsigned)) return undefined;
  const plain = text.replaceAll('_', '');
  const value = DECIMAL.test(plain) ? Number(plain) : fromHexadecimal(plain);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}

/** What Go's conversion of a float64 to an int64 gives on amd64, where it is out of range too. */
export function truncateToInt64(value: number): bigint {
  if (!Number.isFinite(value)) return MIN_INT64;
  const truncated = BigInt(Math.trunc(value));
  return truncated > MAX_INT64 || truncated < MIN_INT64 ? MIN_INT64 : truncated;
}

/** In Go, `_` may stand between digits where there is a prefix for the base, and right behind the prefix. */
function underscoresSeparateDigits(unsigned: string): boolean {
  if (!unsigned.includes('_')) return true;
  const prefixed = /^0[box]/i.test(unsigned);
  const rest = prefixed ? `0${unsigned.slice(2)}` : unsigned;
  const digit = /^0x/i.test(unsigned) ? '[0-9a-f]' : '[0-9]';
  const loose = new RegExp(`(?<!${digit})_|_(?!${digit})`, 'i');
  return !loose.test(rest);
}

function withoutPrefix(digits: string): [number, string] {
  if (!digits.startsWith('0') || digits === '0') return [10, digits];
  const base = digits.length >= 3 ? BASES[digits.charAt(1).toLowerCase()] : undefined;
  return base === undefined ? [8, digits.slice(1)] : [base, digits.slice(2)];
}

/** Exact as long as the digits fit a float64; longer ones are rounded to nearest, half to even. */
function fromHexadecimal(text: string): number | undefined {
  const match = HEXADECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  if (whole + fraction === '') return undefined;
  let mantissa = BigInt(`0x0${whole}${fraction}`);
  let power = Number(exponent) - 4 * fraction.length;
  if (mantissa === 0n) return sign === '-' ? -0 : 0;
  const bits = mantissa.toString(2).length;
  if (bits + power > 1025) return Number.POSITIVE_INFINITY;
  if (bits + power < -1080) return sign === '-' ? -0 : 0;
  const room = Math.max(0, bits - 53, -1074 - power);
  if (room > 0) {
    const half = 1n << BigInt(room - 1);
    const rest = mantissa & ((1n << BigInt(room)) - 1n);
    mantissa >>= BigInt(room);
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
    power += room;
  }
  const first = Math.trunc(power / 2);
  const value = Number(mantissa) * 2 ** first * 2 ** (power - first);
  return sign === '-' ? -value : value;
}
