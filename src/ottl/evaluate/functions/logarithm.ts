/** The logarithm of 2 as the sum of a number with few digits and a small one, so that a multiple of the first is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const EVEN = [0.3999999999940942, 0.22222198432149784, 0.15313837699209373] as const;
const ODD = [0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586] as const;

/** A sum of powers, of which the first number is the factor of the lowest. */
function polynomial(factors: readonly number[], x: number): number {
  return factors.reduceRight((sum, factor) => factor + x * sum, 0);
}

/**
 * The natural logarithm of a positive, normal float as Go reckons it: after FDLIBM, step by step, since JavaScript's differs in
 * its last digit.
 */
export function logarithm(value: number): number {
  if (value === Number.POSITIVE_INFINITY || Number.isNaN(value)) return value;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  let power = ((view.getUint16(0) >> 4) & 0x7ff) - 1022;
  view.setUint16(0, (view.getUint16(0) & 0x800f) | (1022 << 4));
  let fraction = view.getFloat64(0);
  if (fraction < Math.SQRT1_2) {
    fraction *= 2;
    power--;
  }
  const f = fraction - 1;
  const s = f / (2 + f);
  const squared = s * s;
  const fourth = squared * squared;
  const rest = squared * polynomial(ODD, fourth) + fourth * polynomial(EVEN, fourth);
  const half = 0.5 * f * f;
  return power * LN2_HIGH - (half - (s * (half + rest) + power * LN2_LOW) - f);
}
