import type { Attributes } from '../../telemetry/data';

/**
 * A value while OTTL runs: `null` is nil, `bigint` an int64, `number` a float64, `Map` a map and an array a slice.
 * Strings are those of JavaScript; what counts in bytes counts UTF-8.
 */
export type OttlValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | Instant
  | Duration
  | Id
  | OttlValue[]
  | OttlMap;

export type OttlMap = Map<string, OttlValue> | Attributes;

/** A point in time. */
export class Instant {
  constructor(
    /** Since 1970. */
    readonly nanoseconds: bigint,
  ) {}
}

/** A length of time. */
export class Duration {
  constructor(readonly nanoseconds: bigint) {}
}

/** The id of a trace, a span or a profile. */
export class Id {
  constructor(
    readonly of: 'trace' | 'span' | 'profile',
    /** Lower-case hexadecimal digits. */
    readonly hex: string,
  ) {}
}

/** What the collector calls an error while it evaluates: error_mode says what follows. */
export class OttlError extends Error {}

/** Something that the real collector would do and this simulator does not: never guessed. */
export class Unsupported extends Error {}
