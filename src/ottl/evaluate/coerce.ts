import { listFromRaw } from './any-value';
import type { ArgumentKinds, Getter } from './functions/function';
import { parseBool, parseFloat64, parseInt64, truncateToInt64 } from './functions/strconv';
import { goType } from './go-type';
import { ottlJson, toJson } from './json';
import { RawList } from './raw-list';
import { Duration, Instant, OttlError, type OttlMap, type OttlValue } from './value';

/** The kinds of arguments that are made of any value. */
export type Coerced =
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'map'
  | 'slice'
  | 'time'
  | 'duration'
  | 'stringLike'
  | 'intLike'
  | 'floatLike'
  | 'boolLike'
  | 'bytesLike';

type Value<Kind extends Coerced> = ArgumentKinds[Kind] extends Getter<infer T> ? T : never;

/** How each of them is made. They throw `OttlError`. */
export const coercions: { readonly [Kind in Coerced]: (value: OttlValue) => Value<Kind> } = {
  string: (value) => (typeof value === 'string' ? value : expected('string', value)),
  int: (value) => (typeof value === 'bigint' ? value : expected('int64', value)),
  float: (value) => (typeof value === 'number' ? value : expected('float64', value)),
  bool: (value) => (typeof value === 'boolean' ? value : expected('bool', value)),
  map: (value) => (value instanceof Map ? (value as OttlMap) : expected('pcommon.Map', value)),
  slice: (value) => {
    if (!Array.isArray(value)) return expected('pcommon.Slice', value);
    return value instanceof RawList ? listFromRaw(value) : value;
  },
  time: (value) => (value instanceof Instant ? value : expected('time', value)),
  duration: (value) => (value instanceof Duration ? value : expected('duration', value)),
  stringLike: toText,
  intLike: toInt,
  floatLike: toFloat,
  boolLike: toBool,
  bytesLike: toBytes,
};

function expected(type: string, value: OttlValue): never {
  throw new OttlError(`expected ${type} but got ${goType(value)}`);
}

/** Nil stays nil, text is as it is, bytes are hexadecimal digits, and the rest is JSON. */
function toText(value: OttlValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return toJson(value, ottlJson);
}

function toInt(value: OttlValue): bigint | null {
  if (value === null || typeof value === 'bigint') return value;
  if (typeof value === 'string') return parseInt64(value, 10n) ?? null;
  if (typeof value === 'number') return truncateToInt64(value);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return unsupported(value);
}

function toFloat(value: OttlValue): number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return parseFloat64(value) ?? invalid(value, 'float');
  if (typeof value === 'boolean') return value ? 1 : 0;
  return unsupported(value);
}

function toBool(value: OttlValue): boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value !== 0n;
  if (typeof value === 'string') return parseBool(value) ?? invalid(value, 'bool');
  if (typeof value === 'number') return value !== 0;
  return unsupported(value);
}

/** The bits of Go's own NaN. */
const GO_NAN = 0x7ff8000000000001n;

function toBytes(value: OttlValue): Uint8Array | null {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (typeof value === 'boolean') return Uint8Array.of(value ? 1 : 0);
  const bytes = new DataView(new ArrayBuffer(8));
  if (Number.isNaN(value)) bytes.setBigUint64(0, GO_NAN);
  else if (typeof value === 'number') bytes.setFloat64(0, value);
  else if (typeof value === 'bigint') bytes.setBigInt64(0, value);
  else return unsupported(value);
  return new Uint8Array(bytes.buffer);
}

function invalid(text: string, type: string): never {
  throw new OttlError(`${JSON.stringify(text)} is no ${type}`);
}

function unsupported(value: OttlValue): never {
  throw new OttlError(`unsupported type: ${goType(value)}`);
}
