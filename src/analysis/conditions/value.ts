/** What kinds of values a place can hold; `error` where reading it fails. */
export type Kind =
  | 'error'
  | 'nil'
  | 'bool'
  | 'int'
  | 'float'
  | 'string'
  /** Bytes of length 0, which some releases take for nil. */
  | 'no bytes'
  | 'bytes'
  | 'map'
  | 'slice'
  /** Times, durations, ids, and what else compares with nothing written. */
  | 'other';

/** A value that a condition compares with. */
export type Literal =
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  /** A text, or a whole number, that is not known here. */
  | { readonly kind: 'some string' | 'some int' }
  | { readonly kind: 'bytes' | 'map' | 'slice' };

/** A value that stands for all that the tests of a condition treat alike. */
export interface Representative {
  readonly kind: Kind;
  /** Of a scalar. Absent from a string of which it is only known that no condition names it. */
  readonly value?: boolean | bigint | number | string;
  /** What a regular expression is held against; absent where that is not known, or is an error (`broken`). */
  readonly text?: string;
  /** A number or a structure that has no text: NaN and the like. */
  readonly broken?: true;
  /** Not one of the strings that conditions name, though its text may be. */
  readonly unnamed?: true;
  /** Whether there is such a value for sure, and not only perhaps. */
  readonly certain: boolean;
}

/** What a test says of a record. */
export type Outcome = 'true' | 'false' | 'error';

/** `free` where it is one or the other, which is not known. */
export type TestOutcome = Outcome | 'free';

export function outcome(holds: boolean): Outcome {
  return holds ? 'true' : 'false';
}
