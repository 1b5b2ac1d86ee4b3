import { asString } from '../text';
import { compareText } from '../utf8';
import { OttlError, type OttlMap, type OttlValue } from '../value';
import { trimSpace } from './case';

/** What stands between a key and its value, and between two pairs. */
export interface Delimiters {
  readonly delimiter: string;
  readonly pair: string;
}

/** Throws `OttlError` for what is refused when the collector starts. */
export function delimitersOf(delimiter = '=', pair = ' '): Delimiters {
  if (delimiter === '' || pair === '') throw new OttlError('a delimiter is empty');
  if (delimiter === pair) throw new OttlError(`"${delimiter}" stands both between pairs and within them`);
  return { delimiter, pair };
}

/** A text at its delimiters, but for those between quotes; the quotes vanish, empty parts too. */
function split(text: string, delimiter: string): string[] {
  const parts: string[] = [];
  let current = '';
  let quote = '';
  let escaped = false;
  for (let at = 0; at < text.length; at++) {
    if (quote === '' && text.startsWith(delimiter, at)) {
      if (current !== '') parts.push(current);
      current = '';
      at += delimiter.length - 1;
      continue;
    }
    const character = text.charAt(at);
    if (escaped) {
      escaped = false;
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      continue;
    } else if (character === quote) {
      quote = '';
      continue;
    } else {
      escaped = character === '\\';
    }
    current += character;
  }
  if (quote !== '') throw new OttlError(`a ${quote} is not closed`);
  return current === '' ? parts : [...parts, current];
}

/** Each byte of a text as a character. */
const bytewise = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** @param garbles whether characters beyond ASCII fall apart into their bytes, as older releases have it */
export function parseKeyValue(text: string, { delimiter, pair }: Delimiters, garbles: boolean): OttlMap {
  if (text === '') throw new OttlError('there are no pairs in an empty text');
  const map: OttlMap = new Map<string, OttlValue>();
  for (const part of garbles ? split(bytewise(text), bytewise(pair)) : split(text, pair)) {
    const at = part.indexOf(delimiter);
    if (at < 0) throw new OttlError(`"${part}" has no "${delimiter}" between a key and its value`);
    map.set(trimSpace(part.slice(0, at)), trimSpace(part.slice(at + delimiter.length)));
  }
  return map;
}

/** A map as text. Values that hold a delimiter stand between quotes. */
export function toKeyValue(map: OttlMap, { delimiter, pair }: Delimiters, sort: boolean, escapesHtml: boolean): string {
  const entries: [string, OttlValue][] = [...map];
  if (sort) entries.sort(([a], [b]) => compareText(a, b));
  const quoted = (text: string): string => {
    const escaped = text.replaceAll('"', '\\"');
    return escaped.includes(pair) || escaped.includes(delimiter) ? `"${escaped}"` : escaped;
  };
  return entries.map(([key, value]) => quoted(key) + delimiter + quoted(asString(value, escapesHtml))).join(pair);
}
