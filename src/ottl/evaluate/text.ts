import { formatFloat, pdataJson, toJson } from './json';
import { OttlError, type OttlValue } from './value';

/**
 * A value of a record as text, as pdata's `AsString` gives it: bytes as base64, maps and lists as JSON, nothing as ''.
 *
 * @param escapesHtml as older releases do it, which write a complaint for a float that JSON has not
 */
export function asString(value: OttlValue, escapesHtml: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return escapesHtml ? olderFloat(value) : formatFloat(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  try {
    return toJson(value, pdataJson(escapesHtml));
  } catch (error) {
    // pdata ignores that JSON has no NaN, and writes nothing.
    if (error instanceof OttlError) return '';
    throw error;
  }
}

function olderFloat(value: number): string {
  if (Number.isFinite(value)) return formatFloat(value);
  const name = Number.isNaN(value) ? 'NaN' : `${value < 0 ? '-' : '+'}Inf`;
  return `json: unsupported value: ${name}`;
}
