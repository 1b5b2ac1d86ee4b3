import type { StringPart, TextRange } from './ast';
import type { Dialect } from './dialect';
import { literals, outOfRange } from './numbers';
import type { OttlProblem } from './problem';
import { type Hole, holeCharacter, type Source } from './source';
import { BadEscape, readEscape } from './unquote';

export type TokenType =
  | 'bytes'
  | 'float'
  | 'int'
  | 'string'
  | 'nil'
  | 'not'
  | 'or'
  | 'and'
  | 'comparison'
  | 'arrow'
  | 'addSub'
  | 'multDiv'
  | 'boolean'
  | 'equal'
  | 'punctuation'
  | 'uppercase'
  | 'lowercase'
  | 'space'
  | 'underscore'
  | 'hole'
  | 'end';

export interface Token {
  readonly type: TokenType;
  /** As written; of a string without variables, its content. */
  readonly value: string;
  readonly range: TextRange;
  /** Of an `int`, a `float` and `bytes`: what it stands for. */
  readonly literal?: bigint | number | Uint8Array;
  /** Of a string. */
  readonly parts?: readonly StringPart[];
  readonly hole?: Hole;
}

// In the order in which they are tried; the first that matches wins, however short.
function rules(dialect: Dialect): readonly (readonly [TokenType, RegExp])[] {
  const all: readonly (readonly [TokenType, string | false])[] = [
    ['bytes', '0x[a-fA-F0-9]+'],
    ['float', `${dialect.signs ? '([0-9]+\\.[0-9]*|[0-9]*\\.[0-9]+)' : '[-+]?[0-9]*\\.[0-9]+'}([eE][-+]?[0-9]+)?`],
    ['int', dialect.signs ? '[0-9]+' : '[-+]?[0-9]+'],
    ['string', '"(\\\\[^\\n]|[^\\\\"])*"'],
    ['nil', dialect.nilWord && 'nil\\b'],
    ['not', 'not\\b'],
    ['or', 'or\\b'],
    ['and', 'and\\b'],
    ['comparison', '==|!=|>=|<=|>|<'],
    ['arrow', dialect.lambdas && '=>'],
    ['addSub', '[+-]'],
    ['multDiv', '[/*]'],
    ['boolean', '(true|false)\\b'],
    ['equal', '='],
    ['punctuation', '[(){}:,.\\[\\]]'],
    ['uppercase', '[A-Z][A-Z0-9_]*'],
    ['lowercase', '[a-z][a-z0-9_]*'],
    ['space', '[\\t\\n\\f\\r ]+'],
    ['underscore', dialect.lambdas && '_\\b'],
  ];
  return all.flatMap(([type, pattern]) =>
    pattern === false ? [] : [[type, new RegExp(pattern, 'y')] satisfies [TokenType, RegExp]],
  );
}

/** The tokens of a text without white space, an `end` as last; or where it has none. */
export function tokenize(source: Source, dialect: Dialect): readonly Token[] | OttlProblem {
  const table = rules(dialect);
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.chars.length) {
    const hole = source.chars[at] === holeCharacter ? source.holes.get(at) : undefined;
    if (hole !== undefined) {
      tokens.push({ type: 'hole', value: holeCharacter, range: source.range(at, at + 1), hole });
      at++;
      continue;
    }
    const match = firstMatch(table, source.chars, at);
    if (match === undefined) return strange(source, at);
    const end = at + match.text.length;
    if (match.type === 'string') {
      const parts = contentOf(source, at + 1, end - 1);
      if (parts instanceof BadEscape) return badEscape(source, parts);
      const variable = parts.some((part) => typeof part !== 'string');
      tokens.push({
        type: 'string',
        value: variable ? holeCharacter : parts.join(''),
        range: source.range(at, end),
        parts,
      });
    } else if (match.type === 'bytes' || match.type === 'int' || match.type === 'float') {
      const literal = literals[match.type](match.text);
      if (typeof literal === 'string') return { range: source.range(at, end), ...outOfRange(match.text, literal) };
      tokens.push({ type: match.type, value: match.text, range: source.range(at, end), literal });
    } else if (match.type !== 'space') {
      tokens.push({ type: match.type, value: match.text, range: source.range(at, end) });
    }
    at = end;
  }
  const { length } = source.text;
  return [...tokens, { type: 'end', value: '', range: { start: length, end: length } }];
}

function firstMatch(table: readonly (readonly [TokenType, RegExp])[], text: string, at: number) {
  for (const [type, pattern] of table) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { type, text: match[0] };
  }
  return undefined;
}

function contentOf(source: Source, start: number, end: number): readonly StringPart[] | BadEscape {
  const parts: StringPart[] = [];
  let text = '';
  for (let at = start; at < end; ) {
    const hole = source.holes.get(at);
    if (hole !== undefined) {
      const inside = partsOf(hole);
      if (inside === undefined) return new BadEscape(at, at + 1);
      for (const part of inside) {
        if (typeof part === 'string') text += part;
        else {
          if (text !== '') parts.push(text);
          text = '';
          parts.push(part);
        }
      }
      at++;
    } else if (source.chars[at] === '\\') {
      const read = readEscape(source.chars, at);
      if (read instanceof BadEscape) return read;
      text += read.char;
      at += read.length;
    } else {
      text += source.chars[at];
      at++;
    }
  }
  return text === '' ? parts : [...parts, text];
}

function partsOf(hole: Hole): readonly StringPart[] | undefined {
  if (hole.kind === 'placeholder') return [hole.placeholder];
  return hole.kind === 'value' && hole.value.kind === 'string' ? hole.value.parts : undefined;
}

function badEscape(source: Source, { start, end }: BadEscape): OttlProblem {
  const range = source.range(start, end);
  const hole = source.holes.get(start);
  if (hole !== undefined) {
    const message = 'A condition or a field stands between quotes.';
    return { range, message, fix: 'Only text and references stand there: take it out of the quotes.' };
  }
  if (source.holes.has(start + 1)) {
    return {
      range,
      message: 'A variable stands right behind a backslash, which then escapes what the variable holds.',
      fix: 'Write "\\\\" for a plain backslash.',
      uncertain: true,
    };
  }
  return {
    range,
    message: `"${source.chars.slice(start, end)}" is no escape.`,
    fix: 'Write "\\\\" for a plain backslash; the others are \\" \\n \\r \\t \\a \\b \\f \\v \\xHH \\uHHHH \\UHHHHHHHH and \\ooo.',
  };
}

const strangers: readonly (readonly [start: string, message: string, fix: string])[] = [
  ['"', 'The text is not closed.', 'Write a closing `"`, and `\\"` for a quote inside.'],
  ["'", 'A single quote begins no text.', 'Write texts in double quotes: "…".'],
  ['`', 'A backquote begins no text.', 'Write texts in double quotes: "…".'],
  ['&&', '"&&" is no operator.', 'Write "and".'],
  ['||', '"||" is no operator.', 'Write "or".'],
  ['!~', '"!~" is no operator.', 'Write "not IsMatch(…, "…")".'],
  ['!', '"!" is no operator.', 'Write "not", or "!=" to compare.'],
  ['=~', '"=~" is no operator.', 'Write "IsMatch(…, "…")".'],
  ['~', '"~" is no operator.', 'Write "IsMatch(…, "…")".'],
  ['%', '"%" is no operator.', 'The operators of numbers are + - * /.'],
  ['^', '"^" is no operator.', 'The operators of numbers are + - * /.'],
  ['#', 'OTTL has no comments.', 'Write the comment outside of the text.'],
  [';', '";" separates nothing.', 'Write each condition and each statement as an entry of the list.'],
  ['?', '"?" is no operator.', 'Write two statements, each with its "where".'],
  ['$', '"$" stands for nothing here.', 'Write a variable as ${env:NAME}, and texts in double quotes.'],
  ['_', 'A name begins with a letter, not with an underscore.', 'Write the name of a field, or of a function.'],
];

function strange(source: Source, at: number): OttlProblem {
  const rest = source.chars.slice(at);
  const [char = ''] = rest;
  const found = strangers.find(([start]) => rest.startsWith(start));
  const end = char === '"' ? source.chars.length : at + (found?.[0].length ?? char.length);
  const range = source.range(at, end);
  // What a variable holds may close a text.
  const uncertain = [...source.holes.values()].some(({ kind }) => kind === 'placeholder')
    ? { uncertain: true as const }
    : {};
  if (found !== undefined) return { range, message: found[1], fix: found[2], ...(char === '"' ? uncertain : {}) };
  const what = /^[“”„«»]/.test(char) ? 'Write texts in double quotes: "…".' : 'Text stands in double quotes: "…".';
  return { range, message: `"${char}" has no meaning here.`, fix: what };
}
