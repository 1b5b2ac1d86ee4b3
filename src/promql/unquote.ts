import { goString } from '../model/go-string';

/** What a string literal holds, or where its content is wrong. */
export type Unquoted =
  | { readonly value: string }
  | { readonly start: number; readonly end: number; readonly problem: 'escape' | 'character' };

/** The content of a string literal, whose quotes stand at both ends. Places are offsets in the literal. */
export function unquote(literal: string): Unquoted {
  const inside = literal.slice(1, -1);
  const strange = /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(inside);
  if (strange !== null) return { start: strange.index + 1, end: strange.index + 2, problem: 'character' };
  const read = goString(literal);
  return 'value' in read ? read : { ...read, problem: 'escape' };
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\', '"': '\\"' };

/** A text between double quotes, as PromQL reads it. */
export function quote(value: string): string {
  const written = value.replace(/["\\\p{Cc}\uFFFD]|(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
    return escapes[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${written}"`;
}
