import type { Release } from '../../../model/release';
import type { Place } from '../place';
import type { Duration, Instant, OttlMap, OttlValue } from '../value';

/**
 * An argument that is evaluated when the function asks for it, as the real functions do: an argument that is not asked
 * for raises no error. Throws `OttlError`.
 */
export interface Getter<T = OttlValue> {
  (place: Place): T;
  /** Where the value is the same for every record: what is made of it (a regular expression) can be made once. */
  readonly literal?: { readonly value: T };
}

/** A path that is read and set. Setting throws `OttlError` where the path cannot hold the value. */
export interface Target<T = OttlValue> {
  readonly get: (place: Place) => T;
  readonly set: (place: Place, value: OttlValue) => void;
}

/** A converter that is passed on (`SHA256`), called with one text. */
export type FunctionArgument = (place: Place, input: string) => OttlValue;

/**
 * What a parameter takes, and what the function gets for it.
 *
 * Strict ones (`string`, `int`, `float`, `bool`, `map`, `slice`, `time`, `duration`) raise an `OttlError` for nil and for
 * every other type. A `slice` is given as a plain array: raw lists are converted, which is an error where they hold what
 * a record cannot hold.
 *
 * The `…Like` ones keep nil as null and convert the rest:
 * - `stringLike`: bytes are hexadecimal digits, maps and lists are JSON with sorted keys, the others as JSON writes them;
 * - `intLike`: floats are cut, true is 1, text that is no decimal integer is null; else an error;
 * - `floatLike`, `boolLike`: text is parsed, an error where it cannot be; true is 1, 0 is false;
 * - `bytesLike`: text is its UTF-8, numbers are 8 bytes (big endian), a bool is 1 byte.
 * Maps, lists, times and durations are errors in the last four.
 *
 * A strict or `…Like` argument that is a literal is converted when the function is made: a wrong one is refused at start.
 *
 * `target` takes a path of any type; `mapTarget` and `sliceTarget` read strictly and set as they are.
 * `literal…`, `enum`: known at start. `…s`: a list in the text, whose items are evaluated one by one.
 */
export interface ArgumentKinds {
  any: Getter;
  string: Getter<string>;
  int: Getter<bigint>;
  float: Getter<number>;
  bool: Getter<boolean>;
  map: Getter<OttlMap>;
  slice: Getter<OttlValue[]>;
  time: Getter<Instant>;
  duration: Getter<Duration>;
  stringLike: Getter<string | null>;
  intLike: Getter<bigint | null>;
  floatLike: Getter<number | null>;
  boolLike: Getter<boolean | null>;
  bytesLike: Getter<Uint8Array | null>;
  target: Target;
  mapTarget: Target<OttlMap>;
  sliceTarget: Target<OttlValue[]>;
  literalString: string;
  literalInt: bigint;
  literalFloat: number;
  literalBool: boolean;
  enum: bigint;
  function: FunctionArgument;
  anys: readonly Getter[];
  strings: readonly Getter<string>[];
  stringLikes: readonly Getter<string | null>[];
  literalStrings: readonly string[];
}

export type ArgumentKind = keyof ArgumentKinds;

/** `string?` for one that may be absent. */
export type ParameterKind = ArgumentKind | `${ArgumentKind}?`;

/** Parameters by their names (in snake_case), in their order. */
export type Parameters = Readonly<Record<string, ParameterKind>>;

/** What a function is made with, by the names of its parameters; undefined for an optional one that is absent. */
export type Arguments<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends ArgumentKind
    ? ArgumentKinds[P[Name]]
    : P[Name] extends `${infer Kind extends ArgumentKind}?`
      ? ArgumentKinds[Kind] | undefined
      : never;
};

/** What is the same for every record. */
export interface Tools {
  readonly release: Release;
  /** Nanoseconds since 1970. */
  readonly now: () => bigint;
}

/**
 * `make` is called once per call in the text, and gives what is run per record. It throws `OttlError` for what the real
 * function refuses at start (a literal that is no regular expression), and `Unsupported` for what is not implemented.
 */
interface Definition<P extends Parameters, Result> {
  readonly parameters: P;
  readonly make: (args: Arguments<P>, tools: Tools) => (place: Place) => Result;
}

/** A function with a value, whose name begins with a capital. */
export type Converter = Definition<Parameters, OttlValue>;

/** A function that changes the record. */
export type Editor = Definition<Parameters, void>;

/** A converter whose arguments are typed by its parameters. */
export function converter<const P extends Parameters>(definition: Definition<P, OttlValue>): Converter {
  return definition as unknown as Converter;
}

/** An editor whose arguments are typed by its parameters. */
export function editor<const P extends Parameters>(definition: Definition<P, void>): Editor {
  return definition as unknown as Editor;
}
