import { MdaiError } from '../../model/issue';
import type { DurationLike } from '../../model/value';
import { parseGoDuration } from '../shared-formats';

/**
 * A share as a percentage, without the noise of binary fractions.
 *
 * @throws MdaiError for what is no share
 */
export function percentageOf(ratio: number): number {
  if (!(ratio >= 0 && ratio <= 1)) throw new MdaiError(`A ratio is a number from 0 to 1, not ${ratio}.`);
  return Number((ratio * 100).toPrecision(12));
}

/**
 * Refuses what is no whole number of at least 1.
 *
 * @param what the option's name
 * @throws MdaiError
 */
export function assertCount(what: string, value: number | undefined): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return;
  throw new MdaiError(`"${what}" is a whole number of at least 1, not ${value}.`);
}

/**
 * Refuses bounds between which there is nothing.
 *
 * @throws MdaiError
 */
export function assertRange(lower: string, min: number | undefined, upper: string, max: number | undefined): void {
  if (min === undefined || max === undefined || min <= max) return;
  throw new MdaiError(`"${lower}" is ${min} and "${upper}" ${max}: nothing lies between them. Exchange the two.`);
}

/**
 * Milliseconds, of which the processor takes whole ones.
 *
 * @throws MdaiError for text that is no duration of Go, and for less than 1 ms or parts of one
 */
export function milliseconds(what: string, duration: string | DurationLike): number {
  const amount =
    typeof duration === 'string'
      ? (parseGoDuration(duration) ?? Number.NaN) / 1_000_000
      : duration.toMilliseconds({ integral: false });
  if (Number.isSafeInteger(amount) && amount >= 1) return amount;
  const given = typeof duration === 'string' ? `"${duration}"` : `${amount} ms`;
  throw new MdaiError(
    `"${what}" is a duration of whole milliseconds, not ${given}. Write Duration.millis(200), or 1m30s.`,
  );
}

/**
 * Refuses an empty list.
 *
 * @param what what it is a list of, in the singular
 * @throws MdaiError
 */
export function assertSome(what: string, list: readonly unknown[]): void {
  if (list.length === 0) throw new MdaiError(`Name at least one ${what}.`);
}
