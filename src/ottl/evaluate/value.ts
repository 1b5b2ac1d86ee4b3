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
  | Part
  | OttlValue[]
  | OttlMap;

export type OttlMap = Map<string, OttlValue> | Attributes;

/** Where a clock hangs: the name of a location (`Europe/Berlin`, `UTC`), or an offset in seconds east of UTC. */
export type Zone = string | { readonly name: string; readonly offset: number };

/** A point in time. */
export class Instant {
  constructor(
    /** Since 1970. */
    readonly nanoseconds: bigint,
    /** In which its hours are counted and it is written. What is reckoned from an instant keeps its zone. */
    readonly zone: Zone = 'UTC',
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

/** The Go types of parts of a record that are no values, by what holds them. */
export type PartType =
  | 'SpanEventSlice'
  | 'SpanLinkSlice'
  | 'Status'
  | 'NumberDataPointSlice'
  | 'HistogramDataPointSlice'
  | 'ExponentialHistogramDataPointSlice'
  | 'SummaryDataPointSlice'
  | 'ExemplarSlice'
  | 'Buckets'
  | 'QuantileSlice';

/**
 * A part of a record that is no value: `span.events`, `span.status`, `metric.data_points`. It can be counted (when it is a
 * list), compared with itself, and copied to a path of the same type.
 */
export class Part {
  constructor(
    readonly of: PartType,
    /** The object in the record itself: an array where the part is a list. */
    readonly source: object,
  ) {}
}

/** What the collector calls an error while it evaluates: error_mode says what follows. */
export class OttlError extends Error {}

/** Something that the real collector would do and this simulator does not: never guessed. */
export class Unsupported extends Error {}

/** What ends the call of the collector's receiver, whatever error_mode says: a mistake in the collector itself. */
export class Panic extends Error {}
