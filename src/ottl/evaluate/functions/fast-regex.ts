/**
 * Patterns that mean the same in JavaScript, whose engine is many times faster than one written in it: literals, anchors,
 * plain classes, groups and repeated single characters. Everything else is left to RE2.
 */

/** Beyond these, JavaScript's engine could try too many ways. */
const MAX_LENGTH = 200;
const MAX_UNBOUNDED = 3;
const MAX_GROUPS = 6;
const MAX_REPEAT = 100;

/** With the flag `u`, JavaScript escapes no others. */
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

const ESCAPES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: '0-9A-Za-z_',
  s: '\\t\\n\\f\\r ',
  t: '\\t',
  n: '\\n',
  r: '\\r',
  f: '\\f',
  v: '\\v',
};

const NEGATED: Readonly<Record<string, string>> = { D: '[^0-9]', W: '[^0-9A-Za-z_]', S: '[^\\t\\n\\f\\r ]' };

const TOKEN = new RegExp(
  [
    String.raw`(?<group>\((?:\?:)?)(?![?*+|)])`,
    String.raw`(?<close>\))(?![*+?{])`,
    String.raw`(?<bar>\|)(?![*+?])`,
    String.raw`(?<anchor>\^|\$|\\b)(?![*+?{])`,
    String.raw`(?<atom>\.|\\[dDwWsStnrfv]|\\[!-/:-@[-\x60{-~]|\[\^?(?:\\[dwstnrfv]|\\[!-/:-@[-\x60{-~]|(?:[0-9]-[0-9]|[a-z]-[a-z]|[A-Z]-[A-Z])(?!-)|[^\\\]\[^-](?!-))+\]|[^\\^$.|?*+()[\]{}])`,
  ].join('|'),
  'uy',
);

const REPEAT = /(?:[*+?]|\{(\d{1,3})(,(\d{0,3}))?\})\??(?![*+?{])/y;

const LITERAL_ONLY = /^(?:[\^$|() !"#%&',/0-9:;<=>@A-Z_`a-z~-]|\\[.+*?()|[\]{}^$\\/-])*$/;

/** The pattern as JavaScript's, where it is sure to match the same texts. */
export function toJavaScript(pattern: string): RegExp | undefined {
  if (pattern.length > MAX_LENGTH) return undefined;
  const insensitive = pattern.startsWith('(?i)');
  const source = insensitive ? pattern.slice(4) : pattern;
  if (insensitive && !LITERAL_ONLY.test(source)) return undefined;
  const translated = translate(source);
  return translated === undefined ? undefined : new RegExp(translated, insensitive ? 'iu' : 'u');
}

function translate(source: string): string | undefined {
  let at = 0;
  let written = '';
  let depth = 0;
  let groups = 0;
  let unbounded = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) return undefined;
    at += match[0].length;
    const { atom } = match.groups ?? {};
    if (atom === undefined) {
      if (match.groups?.['group'] !== undefined) {
        depth++;
        groups++;
      } else if (match.groups?.['close'] !== undefined) depth--;
      if (depth < 0 || groups > MAX_GROUPS) return undefined;
      written += match[0];
      continue;
    }
    written += atomSource(atom);
    const repeat = repeatAt(source, at);
    if (repeat === undefined) return undefined;
    if (repeat.unbounded) unbounded++;
    written += repeat.text;
    at += repeat.text.length;
  }
  return depth === 0 && unbounded <= MAX_UNBOUNDED ? written : undefined;
}

interface Repeat {
  /** Empty for none. */
  readonly text: string;
  readonly unbounded: boolean;
}

/** How often an atom is repeated. Undefined where the engines may differ. */
function repeatAt(source: string, at: number): Repeat | undefined {
  if (!/[*+?{]/.test(source.charAt(at))) return { text: '', unbounded: false };
  REPEAT.lastIndex = at;
  const match = REPEAT.exec(source);
  if (match === null) return undefined;
  const [text, least, comma, most] = match;
  const minimum = Number(least ?? 0);
  const maximum = most === undefined || most === '' ? minimum : Number(most);
  if (minimum > MAX_REPEAT || maximum > MAX_REPEAT || maximum < minimum) return undefined;
  return { text, unbounded: /^[*+]/.test(text) || (comma !== undefined && most === '') };
}

function atomSource(atom: string): string {
  if (atom === '.') return '[^\\n]';
  if (atom.startsWith('[')) return classSource(atom);
  if (!atom.startsWith('\\')) return atom;
  const character = atom.slice(1);
  const negated = NEGATED[character];
  if (negated !== undefined) return negated;
  const known = ESCAPES[character];
  if (known !== undefined) return `[${known}]`;
  return SYNTAX.test(character) ? atom : character;
}

function classSource(atom: string): string {
  return atom.replace(/\\(.)/gu, (all, character: string) => {
    const known = ESCAPES[character];
    if (known !== undefined) return known;
    return SYNTAX.test(character) || character === '-' ? all : character;
  });
}
