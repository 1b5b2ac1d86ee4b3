import { MdaiError } from '../model/issue';

const named: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal of OTTL, in double quotes, with Go's escapes. */
export function quote(text: string): string {
  return `"${escaped(text)}"`;
}

/** What stands between the quotes of a string literal. */
export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
  return text.replace(/["\\\u0000-\u001f\u007f]/g, (c) => named[c] ?? byteEscape(c));
}

/** A character as Go's `\xHH`. */
export function byteEscape(char: string): string {
  return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** A fraction of OTTL, which has a dot even where it has an exponent or is whole. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) throw new MdaiError(`${value} has no form in OTTL. Use a finite number.`);
  const text = Object.is(value, -0) ? '-0' : String(value);
  if (text.includes('.')) return text;
  return text.includes('e') ? text.replace('e', '.0e') : `${text}.0`;
}

/** Bytes as `0x` and two digits each. */
export function formatBytes(value: Uint8Array): string {
  if (value.length === 0) throw new MdaiError('No bytes have no form in OTTL. Use at least one byte.');
  return `0x${[...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
