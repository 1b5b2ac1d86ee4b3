/**
 * Consistent probability sampling (OTEP 235; pkg/sampling): a record with a randomness of 56 bits is kept where that is
 * not below a threshold.
 */
export const hexDigits = 14;
export const bits = 56n;
const all = 1n << bits;

/** Keeps everything, and nothing. */
export const always = 0n;
export const never = all;

/** The randomness of what has none: below no threshold but `never`. */
export const mostRandom = all - 1n;

export const leastProbability = 1 / Number(all);

/** The threshold that keeps a part of what comes, rounded to some hexadecimal digits; `undefined` out of range. */
export function thresholdOf(probability: number, precision: number): bigint | undefined {
  if (!(probability >= leastProbability && probability <= 1)) return undefined;
  if (probability === 1) return always;
  const digits = Math.min(
    hexDigits,
    Math.max(precision + leadingDigits(probability), precision + leadingDigits(1 - probability)),
  );
  let threshold = all - BigInt(Math.round(probability * Number(all)));
  const shift = 4n * BigInt(hexDigits - digits);
  if (shift > 0n) threshold = ((threshold + (1n << (shift - 1n))) >> shift) << shift;
  return threshold;
}

export function probabilityOf(threshold: bigint): number {
  return Number(all - threshold) / Number(all);
}

/** How many hexadecimal digits behind the point say nothing: 0s of a small number, or Fs of one near to 1. */
function leadingDigits(fraction: number): number {
  return Math.trunc(-exponentOf(fraction) / 4);
}

/** The exponent of a number as a fraction from a half to one times a power of two. */
function exponentOf(value: number): number {
  const exponent = Math.floor(Math.log2(value)) + 1;
  // The logarithm may be off by a rounding.
  const mantissa = value / 2 ** exponent;
  return mantissa >= 1 ? exponent + 1 : mantissa < 0.5 ? exponent - 1 : exponent;
}

/** The threshold as it is written: digits without the last zeros. Empty for `never`. */
export function writeThreshold(threshold: bigint): string {
  if (threshold === always) return '0';
  return threshold >= never ? '' : writeRandomness(threshold).replace(/0+$/, '');
}

export function readThreshold(text: string): bigint | undefined {
  if (text.length > hexDigits || !/^[0-9a-fA-F]+$/.test(text)) return undefined;
  return BigInt(`0x${text}`) << (4n * BigInt(hexDigits - text.length));
}

export function writeRandomness(randomness: bigint): string {
  return randomness.toString(16).padStart(hexDigits, '0');
}

export function readRandomness(text: string): bigint | undefined {
  return text.length === hexDigits && /^[0-9a-fA-F]+$/.test(text) ? BigInt(`0x${text}`) : undefined;
}
