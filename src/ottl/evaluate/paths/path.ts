import type { Attributes } from '../../../telemetry/data';
import type { Differences } from '../differences';
import type { Target } from '../functions/function';
import { goType } from '../go-type';
import { getInMap, type Key, setInMap } from '../keys';
import type { Place } from '../place';
import { setMap } from '../set-map';
import { Id, Instant, OttlError, type OttlMap, type OttlValue, Part, type PartType } from '../value';

/** How a path is read and set. */
export interface PathDefinition {
  readonly target: (differences: Differences) => Target;
  /** With keys. Absent where the path takes none. */
  readonly indexed?: (keys: readonly Key[], differences: Differences) => Target;
}

/** Paths of one context by their names, without keys: `trace_id.string`. Which of them a release has, the language's tables say. */
export type PathTable = Readonly<Record<string, PathDefinition>>;

interface Scalars {
  string: string;
  int: bigint;
  float: number;
  bool: boolean;
  time: Instant;
}

const isOf: { readonly [Type in keyof Scalars]: (value: OttlValue) => value is Scalars[Type] } = {
  string: (value): value is string => typeof value === 'string',
  int: (value): value is bigint => typeof value === 'bigint',
  float: (value): value is number => typeof value === 'number',
  bool: (value): value is boolean => typeof value === 'boolean',
  time: (value): value is Instant => value instanceof Instant,
};

/** A path that holds one type. Setting it to another is an error, or nothing in older releases. */
export function scalar<Type extends keyof Scalars>(
  type: Type,
  get: (place: Place) => OttlValue,
  set: (place: Place, value: Scalars[Type], differences: Differences) => void,
): PathDefinition {
  return {
    target: (differences) => ({
      get,
      set: (place, value) => {
        if (isOf[type](value)) set(place, value, differences);
        else wrongType(type, value, differences);
      },
    }),
  };
}

/** Throws `OttlError` where the release does. */
export function wrongType(expected: string, value: OttlValue, differences: Differences): void {
  if (differences.refusesWrongTypes) {
    throw new OttlError(
      value === null ? 'setting a value to nil is not supported' : `expects ${expected} but got ${goType(value)}`,
    );
  }
}

/** The id of a trace or a span. */
export function id(
  of: 'trace' | 'span',
  get: (place: Place) => string,
  set: (place: Place, hex: string) => void,
): PathDefinition {
  return {
    target: (differences) => ({
      get: (place) => new Id(of, get(place)),
      set: (place, value) => {
        if (value instanceof Id && value.of === of) set(place, value.hex);
        else wrongType(`the id of a ${of}`, value, differences);
      },
    }),
  };
}

/** The same id as hexadecimal digits. */
export function idText(
  of: 'trace' | 'span',
  get: (place: Place) => string,
  set: (place: Place, hex: string) => void,
): PathDefinition {
  const length = of === 'trace' ? 32 : 16;
  return scalar('string', get, (place, text) => {
    if (text.length !== length || !/^[0-9a-fA-F]*$/.test(text)) {
      throw new OttlError(`the id of a ${of} is ${length} hexadecimal digits`);
    }
    set(place, text.toLowerCase());
  });
}

/** A map, as a whole or by keys. */
export function map(of: (place: Place) => OttlMap): PathDefinition {
  return {
    target: (differences) => ({
      get: of,
      set: (place, value) => setMap(of(place) as Attributes, value, differences),
    }),
    indexed: (keys, differences) => ({
      get: indexedGetter(of, keys),
      set: (place, value) => setInMap(of(place) as Attributes, keys, place, value, differences),
    }),
  };
}

/** One literal key, which nearly all paths have, is looked up without more ado. */
function indexedGetter(of: (place: Place) => OttlMap, keys: readonly Key[]): (place: Place) => OttlValue {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && 'text' in only) {
    const { text } = only;
    return (place) => of(place).get(text) ?? null;
  }
  return (place) => getInMap(of(place), keys, place);
}

/** A part of a record that is copied as a whole from one of the same type. */
export function part<T extends object>(
  of: PartType,
  get: (place: Place) => T,
  set: (place: Place, copy: T) => void,
): PathDefinition {
  return { target: (differences) => partTarget(of, get, set, differences) };
}

export function partTarget<T extends object>(
  of: PartType,
  get: (place: Place) => T,
  set: (place: Place, copy: T) => void,
  differences: Differences,
): Target {
  return {
    get: (place) => new Part(of, get(place)),
    set: (place, value) => {
      if (value instanceof Part && value.of === of) set(place, structuredClone(value.source) as T);
      else if (value === null && differences.refusesWrongTypes && Array.isArray(get(place)))
        set(place, [] as object as T);
      else wrongType(of, value, differences);
    },
  };
}

/** Numbers of enums and the like are small: the same objects serve. */
const smallInts = Array.from({ length: 256 }, (_, i) => BigInt(i));

export function int(value: number): bigint {
  return smallInts[value] ?? BigInt(value);
}

/** As Go converts an int64: what is too large wraps around. */
export function uint32(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

export function int32(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

export function uint64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

export function int64(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** A time of Protobuf (unsigned nanoseconds since 1970) as an int, and as a time. */
export function time(
  get: (place: Place) => bigint,
  set: (place: Place, nanoseconds: bigint) => void,
): { readonly unixNano: PathDefinition; readonly time: PathDefinition } {
  return {
    unixNano: scalar(
      'int',
      (place) => int64(get(place)),
      (place, value) => set(place, uint64(value)),
    ),
    time: scalar(
      'time',
      (place) => new Instant(int64(get(place))),
      (place, value) => set(place, uint64(value.nanoseconds)),
    ),
  };
}
