import { numbersHold } from './compare';

export type IntRange = readonly [least: bigint, most: bigint];

export const int64: IntRange = [-(2n ** 63n), 2n ** 63n - 1n];

/** The first of each group of ints that compare alike with all of these numbers. */
export function intsBetween(numbers: readonly (bigint | number)[], [least, most]: IntRange): bigint[] {
  const firsts = new Set([least]);
  for (const number of numbers) {
    for (const operator of ['>=', '>'] as const) {
      const first = firstInt((int) => numbersHold(int, operator, number), least, most);
      if (first !== undefined) firsts.add(first);
    }
  }
  return [...firsts].sort((a, b) => (a < b ? -1 : 1));
}

/** The least int of which something holds that holds of all greater ones, too. */
function firstInt(holds: (int: bigint) => boolean, least: bigint, most: bigint): bigint | undefined {
  if (!holds(most)) return undefined;
  let [low, high] = [least, most];
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

/** One of each group of floats that compare alike with all of these numbers, but for NaN and the infinities. */
export function floatsBetween(numbers: readonly (bigint | number)[]): number[] {
  const firsts = new Set([-Number.MAX_VALUE]);
  for (const number of numbers.map(Number)) {
    for (const first of [number, nextFloat(number)]) if (Number.isFinite(first)) firsts.add(first);
  }
  return [...firsts];
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

function nextFloat(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  float[0] = value;
  bits[0] = (bits[0] as bigint) + (value > 0 ? 1n : -1n);
  return float[0] as number;
}
