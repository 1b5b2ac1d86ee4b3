import { isAscii, utf8 } from './utf8';

const UNDERSCORE = 0x5f;

const isUpper = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5a;
const isLower = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isDelimiter = (byte: number): boolean => ' _-.'.includes(String.fromCharCode(byte)) && byte < 0x80;

const toLower = (byte: number): number => (isUpper(byte) ? byte + 0x20 : byte);
const toUpper = (byte: number): number => (isLower(byte) ? byte - 0x20 : byte);

/** What Go's unicode package calls space, which is not quite what JavaScript calls so. */
const SPACES = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const OUTER_SPACE = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, 'g');

export function trimSpace(text: string): string {
  return text.replace(OUTER_SPACE, '');
}

/**
 * `someName` as `some_name`. Letters beyond ASCII are kept as they are. Digits are words of their own: `a1b` is `a_1_b`.
 */
export function toSnake(text: string): string {
  const bytes = utf8(trimSpace(text));
  const written: number[] = [];
  bytes.forEach((byte, index) => {
    const next = bytes[index + 1];
    const upper = isUpper(byte);
    const letterOrDigit = upper || isLower(byte) || isDigit(byte);
    const changes =
      letterOrDigit &&
      ((isUpper(next) && !upper) || (isLower(next) && !isLower(byte)) || (isDigit(next) && !isDigit(byte)));
    if (!changes) {
      written.push(isDelimiter(byte) ? UNDERSCORE : toLower(byte));
      return;
    }
    // The last capital of several begins the next word: JSONData.
    if (upper && isLower(next) && isUpper(bytes[index - 1])) written.push(UNDERSCORE);
    written.push(toLower(byte));
    if (!upper || isDigit(next)) written.push(UNDERSCORE);
  });
  return Buffer.from(written).toString('utf8');
}

/** `some_name` as `SomeName`: only ASCII letters and digits are left. */
export function toCamel(text: string): string {
  let written = '';
  let capitalize = true;
  let previousUpper = false;
  for (const byte of utf8(trimSpace(text))) {
    const upper = isUpper(byte);
    if (upper || isLower(byte)) {
      let shown = byte;
      if (capitalize) shown = toUpper(byte);
      else if (previousUpper) shown = toLower(byte);
      written += String.fromCharCode(shown);
      capitalize = false;
    } else if (isDigit(byte)) {
      written += String.fromCharCode(byte);
      capitalize = true;
    } else {
      capitalize = isDelimiter(byte);
    }
    previousUpper = upper;
  }
  return written;
}

/** Go maps every character on its own: no `ß` becomes `SS`, and no sigma looks at its neighbours. */
export function toUpperCase(text: string): string {
  return mapCharacters(text, (character) => character.toUpperCase());
}

export function toLowerCase(text: string): string {
  return mapCharacters(text, (character) => SINGLE_LOWER[character] ?? character.toLowerCase());
}

const SINGLE_LOWER: Readonly<Record<string, string>> = { İ: 'i' };

function mapCharacters(text: string, map: (character: string) => string): string {
  if (isAscii(text)) return map(text);
  let written = '';
  for (const character of text) {
    const mapped = map(character);
    written += [...mapped].length === 1 ? mapped : character;
  }
  return written;
}
