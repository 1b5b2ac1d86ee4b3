import type { AnyValue, Attributes } from '../../telemetry/data';
import { type Cell, inList, inMap, putIn } from './cell';
import type { Differences } from './differences';
import type { Getter } from './functions/function';
import { goType, valueType } from './go-type';
import type { Place } from './place';
import { RawList } from './raw-list';
import { OttlError, type OttlMap, type OttlValue, Unsupported } from './value';

/** What stands between brackets: a literal, or an expression that is evaluated when the key is needed. */
export type Key = { readonly text: string } | { readonly index: bigint } | { readonly of: Getter };

/** The value under the keys; null where a map does not hold the key. */
export function getInMap(map: OttlMap, keys: readonly Key[], place: Place): OttlValue {
  const value = map.get(textOf(keys[0], place));
  return value === undefined ? null : getUnder(value, keys, place);
}

export function getInList(list: readonly OttlValue[], keys: readonly Key[], place: Place): OttlValue {
  return getUnder(itemOf(list, keys[0], place), keys, place);
}

/** `start` is what the first key has led to. */
function getUnder(start: OttlValue, keys: readonly Key[], place: Place): OttlValue {
  let value = start;
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i];
    if (value instanceof Map) {
      const next = value.get(textOf(key, place));
      if (next === undefined) return null;
      value = next;
    } else if (Array.isArray(value)) {
      value = itemOf(value, key, place);
    } else {
      throw new OttlError(`type ${valueType(value)} does not support string indexing`);
    }
  }
  return value;
}

/** Sets the value under the keys. Maps and lists on the way are made where there is nothing. */
export function setInMap(
  map: Attributes,
  keys: readonly Key[],
  place: Place,
  value: OttlValue,
  differences: Differences,
): void {
  const [first, ...rest] = keys;
  const key = textOf(first, place);
  if (!map.has(key)) map.set(key, null);
  setUnder(inMap(map, key), rest, place, value, differences);
}

export function setInList(
  list: AnyValue[],
  keys: readonly Key[],
  place: Place,
  value: OttlValue,
  differences: Differences,
): void {
  const [first, ...rest] = keys;
  setUnder(inList(list, indexIn(list, first, place)), rest, place, value, differences);
}

function setUnder(start: Cell, keys: readonly Key[], place: Place, value: OttlValue, differences: Differences): void {
  if (differences.refusesWrongTypes) {
    putIn(cellUnder(start, keys, place), value, differences);
    return;
  }
  // The older releases make the value apart, before they go to its place: what cannot stand in a record is nothing.
  const apart: AnyValue[] = [null];
  putIn(inList(apart, 0), value, differences);
  cellUnder(start, keys, place).set(apart[0] ?? null);
}

function cellUnder(start: Cell, keys: readonly Key[], place: Place): Cell {
  return keys.reduce((cell, key) => step(cell, key, place), start);
}

function step(cell: Cell, key: Key, place: Place): Cell {
  const current = cell.get();
  if (current instanceof Map) {
    const text = textOf(key, place);
    if (!current.has(text)) current.set(text, null);
    return inMap(current, text);
  }
  if (Array.isArray(current)) return inList(current, indexIn(current, key, place));
  if (current === null) return made(cell, textOrIndex(key, place));
  throw new OttlError(`type ${valueType(current)} does not support string indexing`);
}

/** The collector makes longer ones, while its memory lasts. */
const longestMade = 1_000_000n;

/** The map or list that the key asks for, in a cell that holds nothing. */
function made(cell: Cell, key: string | bigint): Cell {
  if (typeof key === 'string') {
    const map: Attributes = new Map([[key, null]]);
    cell.set(map);
    return inMap(map, key);
  }
  if (key > longestMade) throw new Unsupported(`making a list of ${key} items`);
  const index = key > 0n ? Number(key) : 0;
  const list: AnyValue[] = new Array(index + 1).fill(null);
  cell.set(list);
  return inList(list, index);
}

/** The key as the name of an entry. Throws `OttlError` where it is no text. */
export function textOf(key: Key | undefined, place: Place): string {
  if (key !== undefined && 'text' in key) return key.text;
  if (key === undefined || 'index' in key) throw new OttlError('a map is indexed with text');
  const value = key.of(place);
  if (typeof value === 'string') return value;
  throw new OttlError(`a map is indexed with text, and not with ${goType(value)}`);
}

function itemOf(list: readonly OttlValue[], key: Key | undefined, place: Place): OttlValue {
  return list[indexIn(list, key, place)] ?? null;
}

/** The key as an index of the list. Throws `OttlError` where it is none. */
export function indexIn(list: { readonly length: number }, key: Key | undefined, place: Place): number {
  return bounded(list, indexOf(key, place));
}

function indexOf(key: Key | undefined, place: Place): bigint {
  if (key !== undefined && 'index' in key) return key.index;
  if (key === undefined || 'text' in key) throw new OttlError('a list is indexed with an int');
  const value = key.of(place);
  if (typeof value === 'bigint') return value;
  throw new OttlError(`a list is indexed with an int, and not with ${goType(value)}`);
}

function bounded(list: { readonly length: number }, index: bigint): number {
  if (index < 0n || index >= BigInt(list.length)) throw new OttlError(`index ${index} out of bounds`);
  return Number(index);
}

function textOrIndex(key: Key, place: Place): string | bigint {
  if ('text' in key) return key.text;
  if ('index' in key) return key.index;
  let value: OttlValue = null;
  try {
    value = key.of(place);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
  }
  if (typeof value === 'string' || typeof value === 'bigint') return value;
  throw new OttlError('a map is indexed with text, and a list with an int');
}

/** The value under the keys of what a converter gave: there a missing key of a map is an error. */
export function getInResult(
  result: OttlValue,
  keys: readonly Key[],
  place: Place,
  differences: Differences,
): OttlValue {
  let value = result;
  for (const key of keys) {
    if ('of' in key && !differences.indexesByExpressions) {
      throw new OttlError('a result is indexed with text or an int only');
    }
    const index = 'of' in key ? key.of(place) : 'text' in key ? key.text : key.index;
    value = itemOfResult(value, index);
  }
  return value;
}

function itemOfResult(value: OttlValue, key: OttlValue): OttlValue {
  if (typeof key === 'string') {
    if (!(value instanceof Map)) throw new OttlError(`type ${goType(value)} does not support string indexing`);
    const item = value.get(key);
    if (item === undefined) throw new OttlError(`key ${JSON.stringify(key)} not found in map`);
    return item;
  }
  if (typeof key === 'bigint') {
    if (value instanceof Uint8Array)
      throw new Unsupported('indexing bytes, which gives a byte that compares with nothing');
    if (!Array.isArray(value) || (value instanceof RawList && value.element === 'uint')) {
      throw new OttlError(`type ${goType(value)} does not support int indexing`);
    }
    return value[bounded(value, key)] ?? null;
  }
  throw new OttlError(`a key is text or an int, and not ${goType(key)}`);
}
