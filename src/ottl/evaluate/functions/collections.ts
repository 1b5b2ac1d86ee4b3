import { isAtLeast } from '../../../model/release';
import { copyMap, copyValue } from '../any-value';
import { coercions } from '../coerce';
import { compare } from '../compare';
import { differencesOf } from '../differences';
import { goType } from '../go-type';
import { RawList } from '../raw-list';
import { OttlError, type OttlMap, type OttlValue, Part } from '../value';
import { type Converter, converter } from './function';
import { sorted } from './sort';
import { byteLength } from './utf8';

/** A value of a record as Go's own types hold it, which is how its items are compared. */
function asRaw(value: OttlValue): OttlValue {
  return Array.isArray(value) ? RawList.make('any', value.map(asRaw)) : value;
}

function indexIn(list: readonly OttlValue[], item: OttlValue): number {
  return list.findIndex((candidate) => compare('==', asRaw(candidate), item));
}

function indexOf(target: OttlValue, value: OttlValue): bigint {
  if (typeof target !== 'string') return BigInt(indexIn(coercions.slice(target), value));
  if (typeof value !== 'string') throw new OttlError(`a text has no index of a value of type ${goType(value)}`);
  const index = target.indexOf(value);
  return index < 0 ? -1n : BigInt(byteLength(target.slice(0, index)));
}

/** Bytes of a text, items of a list, entries of a map. */
function lengthOf(value: OttlValue): number {
  if (typeof value === 'string') return byteLength(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  if (value instanceof Part && Array.isArray(value.source)) return value.source.length;
  throw new OttlError(`a value of type ${goType(value)} has no length`);
}

function extract(item: OttlValue, path: readonly string[]): OttlValue {
  if (path.length === 0) throw new OttlError('a path into the items of a list has at least one name');
  let value = item;
  for (const name of path) {
    const next = value instanceof Map ? value.get(name) : undefined;
    if (next === undefined) throw new OttlError(`an item of the list has nothing at ${path.join('.')}`);
    value = next;
  }
  return value;
}

function sliceToMap(
  list: readonly OttlValue[],
  keyPath: readonly string[] | undefined,
  valuePath: readonly string[] | undefined,
  needsMaps: boolean,
): OttlMap {
  const map: OttlMap = new Map<string, OttlValue>();
  list.forEach((item, index) => {
    if (needsMaps && !(item instanceof Map))
      throw new OttlError(`item ${index} of the list is no map, but of type ${goType(item)}`);
    const key = keyPath === undefined ? String(index) : extract(item, keyPath);
    if (typeof key !== 'string') throw new OttlError(`the key of item ${index} is no text, but of type ${goType(key)}`);
    map.set(key, copyValue(valuePath === undefined ? item : extract(item, valuePath)));
  });
  return map;
}

/** What is asked of lists and maps. */
export const collections = {
  Coalesce: converter({
    parameters: { values: 'anys' },
    make: ({ values }) => {
      if (values.length === 0) throw new OttlError('Coalesce needs at least one value');
      return (place) => {
        for (const get of values) {
          const value = get(place);
          if (value !== null) return value;
        }
        return null;
      };
    },
  }),
  ContainsValue: converter({
    parameters: { target: 'slice', item: 'any' },
    make:
      ({ target, item }) =>
      (place) => {
        const list = target(place);
        return indexIn(list, item(place)) >= 0;
      },
  }),
  Index: converter({
    parameters: { target: 'any', value: 'any' },
    make:
      ({ target, value }) =>
      (place) => {
        const list = target(place);
        return indexOf(list, value(place));
      },
  }),
  Keys: converter({
    parameters: { target: 'map' },
    make:
      ({ target }) =>
      (place) => [...target(place).keys()],
  }),
  Len: converter({
    parameters: { target: 'any' },
    make:
      ({ target }) =>
      (place) =>
        BigInt(lengthOf(target(place))),
  }),
  SliceToMap: converter({
    parameters: { target: 'slice', key_path: 'literalStrings?', value_path: 'literalStrings?' },
    make: ({ target, key_path, value_path }, { release }) => {
      const needsMaps = (key_path ?? value_path) !== undefined || !isAtLeast(release, '0.152.0');
      return (place) => sliceToMap(target(place), key_path, value_path, needsMaps);
    },
  }),
  Sort: converter({
    parameters: { target: 'any', order: 'literalString?' },
    make: ({ target, order = 'asc' }, { release }) => {
      const { escapesHtmlInText } = differencesOf(release);
      if (order !== 'asc' && order !== 'desc') throw new OttlError(`the order "${order}" is neither "asc" nor "desc"`);
      return (place) => sorted(target(place), order, escapesHtmlInText);
    },
  }),
  Values: converter({
    parameters: { target: 'map' },
    make:
      ({ target }) =>
      (place) => [...copyMap(target(place)).values()],
  }),
} satisfies Record<string, Converter>;
