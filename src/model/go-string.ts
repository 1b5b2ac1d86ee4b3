/** What a string literal of Go holds, or where an escape in it is none. */
export type GoString = { readonly value: string } | { readonly start: number; readonly end: number };

const simple: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const hexadecimal: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The content of a literal in double quotes, single quotes or backquotes, which stand at both ends; one in single quotes may
 * hold any number of characters. Places are offsets in the literal.
 */
export function goString(literal: string): GoString {
  const quote = literal.charAt(0);
  const inside = literal.slice(1, -1);
  if (quote === '`' || !inside.includes('\\')) return { value: inside };
  const bytes: number[] = [];
  for (let at = 0; at < inside.length; ) {
    if (inside[at] === '\\') {
      const escaped = readEscape(inside, at, quote);
      if (escaped === undefined) return { start: at + 1, end: Math.min(at + 3, literal.length) };
      bytes.push(...escaped.bytes);
      at += escaped.length;
    } else {
      const next = inside.indexOf('\\', at);
      const end = next === -1 ? inside.length : next;
      for (const byte of Buffer.from(inside.slice(at, end))) bytes.push(byte);
      at = end;
    }
  }
  return { value: textOf(bytes) };
}

function readEscape(text: string, at: number, quote: string): { bytes: readonly number[]; length: number } | undefined {
  const letter = text.charAt(at + 1);
  if (letter === quote) return { bytes: [letter.charCodeAt(0)], length: 2 };
  const plain = simple[letter];
  if (plain !== undefined) return { bytes: [plain], length: 2 };
  const digits = hexadecimal[letter];
  if (digits === undefined) {
    const octal = text.slice(at + 1, at + 4);
    return /^[0-3][0-7]{2}$/.test(octal) ? { bytes: [Number.parseInt(octal, 8)], length: 4 } : undefined;
  }
  const written = text.slice(at + 2, at + 2 + digits);
  if (!new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(written)) return undefined;
  const value = Number.parseInt(written, 16);
  if (letter === 'x') return { bytes: [value], length: 4 };
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return undefined;
  return { bytes: [...Buffer.from(String.fromCodePoint(value))], length: 2 + digits };
}

/** Text in UTF-8. Each byte that belongs to none becomes a code unit of its own, from U+DC80 on, and none is lost. */
function textOf(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const part = Buffer.from(bytes.slice(at, at + length));
    const read = part.toString('utf8');
    // What is wrong is replaced on reading, and so differs when it is written again.
    if (Buffer.from(read).equals(part) && part.length === length) {
      text += read;
      at += length;
    } else {
      text += String.fromCharCode(0xdc00 + lead);
      at++;
    }
  }
  return text;
}
