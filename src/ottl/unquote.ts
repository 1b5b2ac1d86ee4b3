/** An escape of Go's that OTTL does not read, by its place in the text. */
export class BadEscape {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};
const hexadecimal: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The character that an escape stands for, and how long the escape is. `at` is the index of its backslash. */
export function readEscape(text: string, at: number): { readonly char: string; readonly length: number } | BadEscape {
  const letter = text.charAt(at + 1);
  const plain = simple[letter];
  if (plain !== undefined) return { char: plain, length: 2 };
  const digits = hexadecimal[letter];
  if (digits !== undefined) {
    const written = text.slice(at + 2, at + 2 + digits);
    if (!new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(written)) return new BadEscape(at, at + 2);
    return codePoint(Number.parseInt(written, 16), at, 2 + digits);
  }
  const octal = text.slice(at + 1, at + 4);
  if (!/^[0-7]{3}$/.test(octal)) return new BadEscape(at, at + 2);
  const value = Number.parseInt(octal, 8);
  return value > 255 ? new BadEscape(at, at + 4) : { char: String.fromCharCode(value), length: 4 };
}

function codePoint(value: number, at: number, length: number): { char: string; length: number } | BadEscape {
  const isScalar = value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return isScalar ? { char: String.fromCodePoint(value), length } : new BadEscape(at, at + length);
}
