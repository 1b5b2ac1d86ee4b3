import { RawList } from './raw-list';
import { Duration, Id, Instant, type OttlValue, type Part } from './value';

const elements = {
  any: '[]interface {}',
  string: '[]string',
  bool: '[]bool',
  int: '[]int64',
  float: '[]float64',
  uint: '[]uint64',
} as const;

const ids = { trace: 'pcommon.TraceID', span: 'pcommon.SpanID', profile: 'pprofile.ProfileID' } as const;

/** The type by its name in Go, as the collector's errors name it. */
export function goType(value: OttlValue): string {
  if (value === null) return 'nil';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int64';
  if (typeof value === 'number') return 'float64';
  if (typeof value === 'string') return 'string';
  if (value instanceof Uint8Array) return '[]uint8';
  if (value instanceof RawList) return elements[value.element];
  if (Array.isArray(value)) return 'pcommon.Slice';
  if (value instanceof Map) return 'pcommon.Map';
  if (value instanceof Instant) return 'time.Time';
  if (value instanceof Duration) return 'time.Duration';
  if (value instanceof Id) return ids[value.of];
  return (value satisfies Part).of;
}

/** The type of a value in a record, by its name there. */
export function valueType(value: OttlValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'boolean') return 'Bool';
  if (typeof value === 'bigint') return 'Int';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'string') return 'Str';
  if (value instanceof Uint8Array) return 'Bytes';
  return Array.isArray(value) ? 'Slice' : 'Map';
}
