import type { Getter } from './functions/function';
import type { Place } from './place';
import { OttlError } from './value';

/** A value that is the same for every record. */
export function literal<T>(value: T): Getter<T> {
  return Object.assign(() => value, { literal: { value } });
}

/**
 * What a getter gives, made into something else. A literal is made once; what goes wrong with it is thrown now, or,
 * where the release finds it later, for each record.
 */
export function mapped<T, U>(getter: Getter<T>, change: (value: T) => U, atStart: boolean): Getter<U> {
  if (getter.literal === undefined) return (place: Place) => change(getter(place));
  const { value } = getter.literal;
  if (atStart) return literal(change(value));
  try {
    return literal(change(value));
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return () => {
      throw error;
    };
  }
}
