import { formatFloat, pdataJson, toJson } from './json';
import { OttlError, type OttlValue } from './value';

/**
 * A value of a record as text, as pdata's `AsString` gives it: bytes as base64, maps and lists as JSON, nothing as ''.
 */
export function asString(value: OttlValue, escapesHtml: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatFloat(value);
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
