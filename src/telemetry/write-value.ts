import type { AnyValue, Attributes } from './data';

/** A JSON value, or a map of them. */
export type Json = { [key: string]: unknown };

/** A field with text, unless it is empty. */
export function text(name: string, value: string): Json {
  return value === '' ? {} : { [name]: value };
}

/** A field with a number of 32 bits, unless it is 0. */
export function small(name: string, value: number): Json {
  return value === 0 ? {} : { [name]: value };
}

/** A field with a number of 64 bits, unless it is 0. */
export function time(name: string, value: bigint): Json {
  return value === 0n ? {} : { [name]: String(value) };
}

/** A field with a list, unless it is empty. */
export function list(name: string, items: readonly unknown[]): Json {
  return items.length === 0 ? {} : { [name]: items };
}

/** A field with an id, unless it is not set. */
export function id(name: string, hex: string): Json {
  return /^0*$/.test(hex) ? {} : { [name]: hex };
}

/** A double: JSON has no numbers for some. */
export function double(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

export function writeAttributes(attributes: Attributes, name = 'attributes'): Json {
  return list(name, pairs(attributes));
}

function pairs(attributes: Attributes): Json[] {
  return [...attributes].map(([key, value]) => ({ ...text('key', key), value: writeValue(value) }));
}

export function writeValue(value: AnyValue): Json {
  if (value === null) return {};
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'bigint') return { intValue: String(value) };
  if (typeof value === 'number') return { doubleValue: double(value) };
  if (value instanceof Map) return { kvlistValue: list('values', pairs(value)) };
  if (Array.isArray(value)) return { arrayValue: list('values', value.map(writeValue)) };
  return { bytesValue: Buffer.from(value).toString('base64') };
}
