import { rfc3339 } from './functions/time/format';
import { type RawElement, RawList } from './raw-list';
import { compareText } from './utf8';
import { Duration, Id, Instant, OttlError, type OttlMap, type OttlValue } from './value';

/** How the two libraries of the collector differ that write JSON. */
export interface JsonStyle {
  /** `<`, `>` and `&` as `\u003c` and so on. */
  readonly escapesHtml: boolean;
  /** `1e-7`; else `1e-07`. */
  readonly shortensExponents: boolean;
  /** `\b` and `\f`; else `\u0008` and `\u000c`. */
  readonly abbreviatesControls: boolean;
  /** Keys are sorted as they are written, with their quotes; else by their bytes. */
  readonly sortsAsWritten: boolean;
}

/** As OTTL writes what it takes as text (the library goccy/go-json). */
export const ottlJson: JsonStyle = {
  escapesHtml: true,
  shortensExponents: false,
  abbreviatesControls: false,
  sortsAsWritten: true,
};

/** As pdata writes maps and lists as text (Go's own library). */
export function pdataJson(escapesHtml: boolean): JsonStyle {
  return { escapesHtml, shortensExponents: true, abbreviatesControls: true, sortsAsWritten: false };
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** What JSON escapes, and what HTML does. Lone surrogates are no text in UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const special = /["\\\u0000-\u001f\u2028\u2029]|\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const specialAndHtml = /["\\<>&\u0000-\u001f\u2028\u2029]|\p{Surrogate}/gu;

/** JSON as Go writes it: keys sorted, bytes as base64. Throws `OttlError` for NaN and the infinities. */
export function toJson(value: OttlValue, style: JsonStyle): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return quote(value, style);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      return numberToJson(value, style);
    default:
      return objectToJson(value, style);
  }
}

/** What lists of a data point hold: empty ones are nil in Go. */
const ofPoints: ReadonlySet<RawElement> = new Set(['uint', 'float']);

function objectToJson(value: OttlValue & object, style: JsonStyle): string {
  // Empty bytes of a record are nil in Go.
  if (value instanceof Uint8Array) {
    return value.length === 0 ? 'null' : `"${Buffer.from(value).toString('base64')}"`;
  }
  if (value instanceof RawList) {
    if (value.length === 0 && ofPoints.has(value.element)) return 'null';
    // What is of a record inside a list of a literal is a structure without public fields in Go.
    return `[${value.map((item) => (isOfRecord(item) ? '{}' : toJson(item, style))).join(',')}]`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item, style)).join(',')}]`;
  if (value instanceof Map) return mapToJson(value, style);
  if (value instanceof Instant) return `"${rfc3339(value)}"`;
  if (value instanceof Duration) return String(value.nanoseconds);
  if (value instanceof Id) return `[${[...Buffer.from(value.hex, 'hex')].join(',')}]`;
  return '{}';
}

function mapToJson(map: OttlMap, style: JsonStyle): string {
  const entries: { key: string; written: string; value: OttlValue }[] = [];
  for (const [key, value] of map) entries.push({ key, written: quote(key, style), value });
  entries.sort((a, b) => (style.sortsAsWritten ? compareText(a.written, b.written) : compareText(a.key, b.key)));
  return `{${entries.map(({ written, value }) => `${written}:${toJson(value, style)}`).join(',')}}`;
}

function isOfRecord(value: OttlValue): boolean {
  return value instanceof Map || (Array.isArray(value) && !(value instanceof RawList));
}

function quote(text: string, style: JsonStyle): string {
  const escaped = text.replace(style.escapesHtml ? specialAndHtml : special, (character) => {
    const known = short[character];
    const code = character.charCodeAt(0);
    if (known !== undefined && (style.abbreviatesControls || !(code === 8 || code === 12))) return known;
    return code >= 0xd800 && code < 0xe000 ? '\\ufffd' : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

function numberToJson(value: number, style: JsonStyle): string {
  if (!Number.isFinite(value)) throw new OttlError(`${value} cannot be written as JSON`);
  const text = formatFloat(value);
  return style.shortensExponents ? text : text.replace(/e-(\d)$/, 'e-0$1');
}

/** As ECMAScript writes it, except for -0. */
export function formatFloat(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
