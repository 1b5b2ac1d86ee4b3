import * as fc from 'fast-check';

/** What a generator decides with. */
export interface Dice {
  /** Both ends included. */
  int(min: number, max: number): number;
  /** `percent` of 100 times. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** By weight, as `[3, 'often'], [1, 'seldom']`. */
  weighted<T>(...items: readonly (readonly [number, T])[]): T;
  /** Some of the items, in their order. */
  some<T>(items: readonly T[], min: number, max: number): T[];
}

/**
 * What a generator makes of dice, as an arbitrary of fast-check. It chooses a number from which the dice follow: a draw
 * of fast-check for each of a case's thousand decisions would take longer than the real collector.
 */
export function rolled<T>(generate: (dice: Dice) => T): fc.Arbitrary<T> {
  return fc.noBias(fc.integer({ min: 0, max: 0xffffffff })).map((start) => generate(dice(numbers(start))));
}

/** Numbers from 0 to 1, without 1, that look random (mulberry32). */
function numbers(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function dice(next: () => number): Dice {
  const int = (min: number, max: number) => min + Math.floor(next() * (Math.max(max, min) - min + 1));
  const pick = <T>(items: readonly T[]) => items[int(0, items.length - 1)]!;
  return {
    int,
    pick,
    chance: (percent) => int(1, 100) <= percent,
    weighted: (...items) => {
      let at = int(
        1,
        items.reduce((sum, [weight]) => sum + weight, 0),
      );
      for (const [weight, item] of items) {
        at -= weight;
        if (at <= 0) return item;
      }
      throw new Error('no items');
    },
    some: (items, min, max) => {
      const left = [...items];
      const count = Math.min(int(min, max), items.length);
      while (left.length > count) left.splice(int(0, left.length - 1), 1);
      return left;
    },
  };
}
