import type { Processor } from '../../catalog/component';
import { MdaiError } from '../../model/issue';
import { type AttributedSignal, type AttributesOptions, assertSome, type Matching } from './attributes-of';
import { literal, literals, transforming } from './statements';

/**
 * Deletes all attributes but these: a `transform` processor. Data points that differ in nothing else are one series then.
 *
 * @param name the processor's name
 * @param what keys, or a regular expression for them
 * @throws MdaiError for no key
 */
export function keepAttributes(
  name: string,
  what: readonly string[] | Matching,
  options: AttributesOptions = {},
): Processor<AttributedSignal> {
  if ('matching' in what) {
    return transforming(name, options, (path) => [`keep_matching_keys(${path}, ${literal(what.matching)})`]);
  }
  assertSome(name, what);
  return transforming(name, options, (path) => [`keep_keys(${path}, ${literals(what)})`]);
}

/** How much of attributes stays. One of the limits is given at least. */
export interface LimitAttributesOptions extends AttributesOptions {
  /** The most attributes of a record or resource; the first ones stay. @default no limit */
  readonly count?: number;
  /** Attributes that stay before others when there are more than `count`. @default none */
  readonly keep?: readonly string[];
  /** The most bytes of a text; the rest is cut off. Release 0.131.0 may cut within a character. @default no limit */
  readonly bytes?: number;
}

/**
 * Limits the number of attributes, and the length of their texts: a `transform` processor. Texts within lists and maps
 * keep their length.
 *
 * @param name the processor's name
 * @throws MdaiError for no limit, for one that is no whole number, and for more keys to keep than attributes may stay
 */
export function limitAttributes(
  name: string,
  { count, keep = [], bytes, ...options }: LimitAttributesOptions,
): Processor<AttributedSignal> {
  if (count === undefined && bytes === undefined) {
    throw new MdaiError(`The processor "${name}" limits nothing. Give "count" or "bytes".`);
  }
  for (const [what, limit] of Object.entries({ count, bytes })) {
    if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)) continue;
    throw new MdaiError(`"${what}" of the processor "${name}" is a whole number of at least 1, not ${limit}.`);
  }
  if (keep.length > (count ?? 0)) {
    throw new MdaiError(
      `The processor "${name}" is to keep ${keep.length} keys of ${count ?? 'no "count" of'} attributes. Raise "count".`,
    );
  }
  return transforming(name, options, (path) => [
    ...(count === undefined ? [] : [`limit(${path}, ${count}, ${literals(keep)})`]),
    ...(bytes === undefined ? [] : [`truncate_all(${path}, ${bytes})`]),
  ]);
}
