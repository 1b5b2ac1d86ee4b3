import type { AnyValue, Attributes } from './data';
import type { Json } from './json';

const mostUint32 = 2n ** 32n - 1n;
const mostUint64 = 2n ** 64n - 1n;
const leastInt64 = -(2n ** 63n);
const mostInt64 = 2n ** 63n - 1n;

export function uint32(json: Json, name: string): number {
  return Number(json.field(name)?.integer(0n, mostUint32) ?? 0n);
}

export function uint64(json: Json, name: string): bigint {
  return json.field(name)?.integer(0n, mostUint64) ?? 0n;
}

export function uint64s(json: Json, name: string): bigint[] {
  return json.items(name).map((item) => item.integer(0n, mostUint64));
}

export function int32(json: Json, name: string): number {
  return Number(json.field(name)?.integer(-(2n ** 31n), 2n ** 31n - 1n) ?? 0n);
}

export function double(json: Json, name: string): number | undefined {
  return json.field(name)?.double();
}

/** A number of a data point or an exemplar: `asInt` or `asDouble`. */
export function readNumber(json: Json): bigint | number | null {
  return json.field('asInt')?.integer(leastInt64, mostInt64) ?? json.field('asDouble')?.double() ?? null;
}

export function readAttributes(json: Json, name = 'attributes'): Attributes {
  return readPairs(json.items(name));
}

function readPairs(pairs: readonly Json[]): Attributes {
  const attributes: Attributes = new Map();
  for (const pair of pairs) {
    const key = pair.field('key')?.text() ?? '';
    const value = pair.field('value');
    if (!attributes.has(key)) attributes.set(key, value === undefined ? null : readValue(value));
  }
  return attributes;
}

export function readValue(json: Json): AnyValue {
  const text = json.field('stringValue');
  if (text) return text.text();
  const int = json.field('intValue');
  if (int) return int.integer(leastInt64, mostInt64);
  const flag = json.field('boolValue');
  if (flag) return flag.flag();
  const number = json.field('doubleValue');
  if (number) return number.double();
  const array = json.field('arrayValue');
  if (array) return array.items('values').map(readValue);
  const map = json.field('kvlistValue');
  if (map) return readPairs(map.items('values'));
  return json.field('bytesValue')?.bytes() ?? null;
}
