import { goString } from '../model/go-string';
import { refuse, type TextRange } from '../model/text-problem';

export type TemplateTokenType =
  /** What stands between actions, and is more than white space. */
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'keyword'
  | 'number'
  | 'string'
  | 'character'
  | 'dot'
  | 'nil'
  | 'bool'
  /** `|`, `(`, `)`, `:=`, `=`, `,` and others. */
  | 'symbol'
  | 'end';

export interface TemplateToken {
  readonly type: TemplateTokenType;
  /** As written. */
  readonly text: string;
  readonly range: TextRange;
  /** Of a string, what it holds. */
  readonly content?: string;
}

const keywords = ['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with'];
const name = /[\p{L}\p{Nd}_]+/uy;
const number =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

/** The tokens of a template of Go, an `end` as last. @throws TextRefusal for what Go's lexer refuses */
export function templateTokens(text: string): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let at = 0;
  for (;;) {
    const next = text.indexOf('{{', at);
    const open = next === -1 ? text.length : next;
    const between = text.slice(at, open);
    if (/\P{White_Space}/u.test(between)) tokens.push({ type: 'text', text: between, range: { start: at, end: open } });
    if (next === -1) break;
    at = open;
    const comment = /^\{\{(?:-[ \t\r\n])?\/\*/.exec(text.slice(open))?.[0];
    at = comment === undefined ? action(text, open, tokens) : endOfComment(text, open, open + comment.length);
  }
  return [...tokens, { type: 'end', text: '', range: { start: text.length, end: text.length } }];
}

function endOfComment(text: string, open: number, inside: number): number {
  const close = text.indexOf('*/', inside);
  const range = { start: open, end: open + 2 };
  if (close === -1) refuse(range, 'The comment is not closed.', 'Write "*/}}" where it ends.');
  const end = /^\*\/(?:[ \t\r\n]-)?\}\}/.exec(text.slice(close));
  if (end === null)
    refuse(range, 'The comment ends before its braces do.', 'Write "*/}}", without anything in between.');
  return close + end[0].length;
}

/** Reads an action, from its braces to its braces. Returns where it ends. */
function action(text: string, open: number, tokens: TemplateToken[]): number {
  let at = open;
  let depth = 0;
  const take = (type: TemplateTokenType, length: number, content?: string): void => {
    const token = { type, text: text.slice(at, at + length), range: { start: at, end: at + length } };
    tokens.push(content === undefined ? token : { ...token, content });
    at += length;
  };
  const place = (length: number): TextRange => ({ start: at, end: at + length });
  const named = (type: TemplateTokenType, length: number): void => {
    const rest = text.slice(at + length);
    const [next = ''] = rest;
    if (rest !== '' && !/^(?:[ \t\r\n.,|:)(]|\}\})/.test(rest)) {
      refuse(
        { start: at + length, end: at + length + 1 },
        `"${next}" stands right behind a name.`,
        'Write a space before it.',
      );
    }
    take(type, length);
  };
  take('open', /^\{\{-[ \t\r\n]/.test(text.slice(at, at + 4)) ? 3 : 2);
  for (;;) {
    const rest = text.slice(at);
    const close = /^(?:[ \t\r\n]+-)?\}\}/.exec(rest);
    if (close !== null) {
      if (depth > 0) refuse(place(2), '"(" is not closed before "}}".', 'Write ")" where it ends.');
      take('close', close[0].length);
      return at;
    }
    const [character = ''] = rest;
    if (character === '') refuse({ start: open, end: open + 2 }, '"{{" is not closed.', 'Write "}}" where it ends.');
    const space = /^[ \t\r\n]+(?=[ \t\r\n]-\}\})|^[ \t\r\n]+/.exec(rest);
    if (space !== null) take('space', space[0].length);
    else if (character === '"' || character === '`') {
      const { length, content } = stringAt(rest, at);
      take('string', length, content);
    } else if (character === "'") take('character', characterLength(rest, at));
    else if (character === '$') named('variable', 1 + wordAt(text, at + 1).length);
    else if (character === '.' && !/^\.\d/.test(rest)) {
      const word = wordAt(text, at + 1);
      named(word === '' ? 'dot' : 'field', 1 + word.length);
    } else if (/^[+\-\d.]/.test(rest)) take('number', numberLength(text, at));
    else if (wordAt(text, at) !== '') {
      const word = wordAt(text, at);
      named(typeOf(word), word.length);
    } else {
      if (character === '(') depth++;
      if (character === ')' && --depth < 0) refuse(place(1), 'Nothing is open that ")" would close.', 'Remove it.');
      if (character === ':' && rest[1] !== '=') refuse(place(1), '":" stands alone.', 'Write ":=" to set a variable.');
      if (!/^[!-~]/.test(character)) refuse(place(1), `"${character}" means nothing between braces.`, 'Remove it.');
      take('symbol', character === ':' ? 2 : 1);
    }
  }
}

function wordAt(text: string, at: number): string {
  name.lastIndex = at;
  return name.exec(text)?.[0] ?? '';
}

function typeOf(word: string): TemplateTokenType {
  if (keywords.includes(word)) return 'keyword';
  if (word === 'true' || word === 'false') return 'bool';
  return word === 'nil' ? 'nil' : 'identifier';
}

function stringAt(rest: string, at: number): { readonly length: number; readonly content: string } {
  const [text] = (rest.startsWith('`') ? /^`[^`]*`/ : /^"(?:[^"\\\n]|\\[^\n])*"/).exec(rest) ?? [];
  if (text === undefined) refuse({ start: at, end: at + 1 }, 'The text is not closed.', 'Write a closing quote.');
  const read = goString(text);
  if ('value' in read) return { length: text.length, content: read.value };
  const range = { start: at + read.start, end: at + read.end };
  return refuse(range, `"${text.slice(read.start, read.end)}" is no escape.`, 'Write "\\\\" for a plain backslash.');
}

function characterLength(rest: string, at: number): number {
  const [text] = /^'(?:[^'\\\n]|\\(?:\\|[^\\\n][^'\\\n]*))'/u.exec(rest) ?? [];
  const read = text === undefined ? undefined : goString(text);
  if (text !== undefined && read && 'value' in read && [...read.value].length === 1) return text.length;
  const fix = 'Write texts between double quotes: "…".';
  return refuse({ start: at, end: at + 1 }, 'Single quotes hold one character.', fix);
}

const whole = /^[+-]?(?:0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9]\d*)$/;
const fraction =
  /^[+-]?(?:\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?i)$/;
const hexadecimalFraction = /^[+-]?0[xX](?:[\da-fA-F]+\.?[\da-fA-F]*|\.[\da-fA-F]+)[pP][+-]?\d+$/;

function numberLength(text: string, at: number): number {
  const first = numberAt(text, at);
  // A complex number has a second part, without a space.
  const second = /[+-]/.test(text.charAt(at + first.length)) ? numberAt(text, at + first.length) : '';
  const written = `${first}${second}${wordAt(text, at + first.length + second.length)}`;
  // Its first part is what an imaginary number is, without the i: a 0 before digits means nothing there.
  const isFirst = isNumber(first) || (second !== '' && isNumber(`${first}i`));
  if (isFirst && (second === '' ? written === first : second.endsWith('i') && written === first + second))
    return written.length;
  return refuse(
    { start: at, end: at + written.length },
    `"${written}" is no number.`,
    'Write digits, or a text between quotes.',
  );
}

function numberAt(text: string, at: number): string {
  number.lastIndex = at;
  return number.exec(text)?.[0] ?? '';
}

function isNumber(written: string): boolean {
  const plain = written.replace(/(?<=[\da-fA-F]|0[xXoObB])_(?=[\da-fA-F])/g, '');
  // What is too big is none.
  if (fraction.test(plain) && !Number.isFinite(Number(plain.replace('i', '')))) return false;
  return [whole, fraction, hexadecimalFraction].some((form) => form.test(plain));
}
