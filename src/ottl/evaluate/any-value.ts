import type { AnyValue, Attributes } from '../../telemetry/data';
import { goType } from './go-type';
import { RawList } from './raw-list';
import { OttlError, type OttlMap, type OttlValue } from './value';

/** A value of a record, or a value that can stand in one, copied to the bottom. */
export function copyValue(value: OttlValue): AnyValue {
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(copyValue);
  if (value instanceof Map) return copyMap(value);
  return value as AnyValue;
}

export function copyMap(map: OttlMap): Attributes {
  const copy: Attributes = new Map();
  for (const [key, value] of map) copy.set(key, copyValue(value));
  return copy;
}

/**
 * A value of a literal or function as one of a record (`FromRaw` in Go). Throws `OttlError` for what it does not know, which
 * includes maps and lists of records.
 */
export function fromRaw(value: OttlValue): AnyValue {
  if (value instanceof RawList && value.element === 'any') return value.map(fromRaw);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return value.slice();
  throw new OttlError(`a list or a map cannot hold a value of type ${goType(value)}`);
}

/** A list of a literal or function as one of a record. */
export function listFromRaw(list: RawList): AnyValue[] {
  if (list.element === 'any') return list.map(fromRaw);
  if (list.element === 'uint') return list.map((item) => BigInt.asIntN(64, item as bigint));
  return list.map((item) => item as AnyValue);
}

/** The map of a literal: maps are copied into it, lists too unless they are of records. */
export function literalMap(entries: readonly (readonly [string, OttlValue])[]): Attributes {
  const map: Attributes = new Map();
  for (const [key, value] of entries) {
    if (value instanceof Map) map.set(key, copyMap(value));
    else if (value instanceof RawList && value.element === 'any') {
      map.set(
        key,
        value.map((item) => (item instanceof Map ? copyMap(item) : fromRaw(item))),
      );
    } else map.set(key, fromRaw(value));
  }
  return map;
}
