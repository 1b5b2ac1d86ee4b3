import type { AnyValue } from '../../telemetry/data';

/** A text that is the same for equal values, whatever the order of their keys, and for no others. */
export function canonicalText(value: AnyValue): string {
  if (value === null) return 'n';
  if (typeof value === 'string') return `s${JSON.stringify(value)}`;
  if (typeof value === 'bigint') return `i${value}`;
  if (typeof value === 'number') return `d${value}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value instanceof Map) {
    const pairs = [...value].map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`);
    return `{${pairs.sort().join(',')}}`;
  }
  return `b${Buffer.from(value).toString('hex')}`;
}
