import { parseFloat64, parseInt64 } from '../../ottl/evaluate/functions/strconv';

/** A text as `yaml.v3` writes it: plain where that reads as the same text, and in quotes or as a block elsewhere. */
export function yamlText(text: string, place: 'key' | 'value'): string {
  if (text.includes('\n')) return place === 'value' && canBeBlock(text) ? block(text) : doubleQuoted(text);
  if (readsAsOther(text)) return doubleQuoted(text);
  if (canBePlain(text)) return text;
  return canBeSingleQuoted(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** What YAML 1.1 or 1.2 reads as something else than text. */
function readsAsOther(text: string): boolean {
  return words.has(text) || base60.test(text) || isTime(text) || isNumber(text);
}

const words: ReadonlySet<string> = new Set(
  ['', '~', 'null', 'true', 'false', 'y', 'yes', 'on', 'n', 'no', 'off', '.inf', '+.inf', '-.inf', '.nan'].flatMap(
    (word) => [word, capitalised(word), word.toUpperCase()].concat(word === '.nan' ? ['.NaN'] : []),
  ),
);

const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

function capitalised(word: string): string {
  return word.replace(/[a-z]/, (letter) => letter.toUpperCase());
}

function isNumber(text: string): boolean {
  if (text.startsWith('.')) return parseFloat64(text) !== undefined;
  if (!/^[-+0-9]/.test(text)) return false;
  const plain = text.replaceAll('_', '');
  if (parseInt64(plain, 0n) !== undefined || isUnsigned(plain)) return true;
  return /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain) && parseFloat64(plain) !== undefined;
}

/** A number of 64 bits without a sign. */
function isUnsigned(text: string): boolean {
  // JavaScript knows the prefixes; a zero alone is one as well.
  if (!/^(?:0x[0-9a-f]+|0b[01]+|0o?[0-7]+|[1-9]\d*)$/i.test(text)) return false;
  return BigInt(text.replace(/^0(?=[0-7])/, '0o')) < 2n ** 64n;
}

const time =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)?$/;

function isTime(text: string): boolean {
  const match = time.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, ...rest] = match.slice(1).map((part) => Number(part ?? 0));
  const [hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0, h = 0, m = 0, s = 0] = rest;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (month < 1 || day < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
  return hour < 24 && h < 24 && [minute, second, m, s].every((part) => part < 60) && zoneHour <= 24 && zoneMinute < 60;
}

function canBePlain(text: string): boolean {
  if (/^(?:---|\.\.\.)/.test(text) || /^[#,[\]{}&*!|>'"%@`]/.test(text)) return false;
  // An indicator before a blank, and what would be a comment.
  if (/^[?:-](?:[ \t]|$)/.test(text) || /:(?:[ \t]|$)/.test(text) || /[ \t]#/.test(text)) return false;
  return !/^ | $/.test(text) && canBeSingleQuoted(text);
}

function canBeSingleQuoted(text: string): boolean {
  return !text.includes('\t') && !unprintable.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what YAML cannot print
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|[^\u0000-\uffff]/u;

function canBeBlock(text: string): boolean {
  return !text.endsWith(' ') && !/ \n/.test(text) && !unprintable.test(text.replaceAll('\t', ''));
}

function block(text: string): string {
  const hint = /^[ \n]/.test(text) ? '4' : '';
  const end = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const lines = text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  // The first line break of a text that begins with one ends the line of the indicator: the library loses it.
  return `|${hint}${end}${text.startsWith('\n') ? '' : '\n'}${lines.join('\n')}`;
}

const named: Readonly<Record<string, string>> = {
  '\u0000': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\u000b': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
};

function doubleQuoted(text: string): string {
  // The library takes every character for a byte order mark in a text that begins with one.
  const isMarked = text.startsWith('\ufeff');
  const escaped = [...text]
    .map((character) => {
      if (!isMarked && character !== '"' && character !== '\\' && character !== '\n' && !unprintable.test(character))
        return character;
      return `\\${named[character] ?? hexadecimal(character.codePointAt(0) ?? 0)}`;
    })
    .join('');
  return `"${escaped}"`;
}

function hexadecimal(code: number): string {
  const [letter, width] =
    code <= 0xff ? (['x', 2] as const) : code <= 0xffff ? (['u', 4] as const) : (['U', 8] as const);
  return letter + code.toString(16).toUpperCase().padStart(width, '0');
}
