/**
 * Floats with a number of digits, rounded as Go does it: to the nearest, and to the even one of two that are as near.
 * JavaScript takes the larger of them.
 */

/** A positive float times a power of ten, rounded. */
function scaled(value: number, power: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  const binary = Math.max(exponent, 1) - 1075;
  const numerator = mantissa * 2n ** BigInt(Math.max(binary, 0)) * 10n ** BigInt(Math.max(power, 0));
  const denominator = 2n ** BigInt(Math.max(-binary, 0)) * 10n ** BigInt(Math.max(-power, 0));
  const quotient = numerator / denominator;
  const rest = 2n * (numerator % denominator);
  const isUp = rest > denominator || (rest === denominator && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}

/** With so many digits behind the point. */
export function fixed(value: number, precision: number): string {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, '0');
  if (precision === 0) return digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** The digits of a float, of which the first stands before the point, and the power of ten that they are multiplied with. */
export interface Exponential {
  readonly digits: string;
  readonly exponent: number;
}

/** With so many digits behind the first. */
export function exponential(value: number, precision: number): Exponential {
  if (value === 0) return { digits: '0'.repeat(precision + 1), exponent: 0 };
  return withDigits(value, precision, shortest(value).exponent);
}

/** @param guess the exponent of the shortest digits, which may be one more than that of the float itself */
function withDigits(value: number, precision: number, guess: number): Exponential {
  const smaller = scaled(value, precision - guess + 1).toString();
  if (smaller.length === precision + 1) return { digits: smaller, exponent: guess - 1 };
  const digits = scaled(value, precision - guess).toString();
  if (digits.length === precision + 1) return { digits, exponent: guess };
  return { digits: digits.slice(0, precision + 1), exponent: guess + 1 };
}

/** As few digits as tell the float from its neighbours. */
export function shortest(value: number): Exponential {
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(power) };
}
