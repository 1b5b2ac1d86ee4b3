import type { TextRange } from './ast';
import type { Cursor, Expected } from './cursor';
import type { Grammar } from './grammar';
import type { Token } from './lexer';
import { isEditorName } from './misplaced';
import type { OttlProblem } from './problem';
import type { Source } from './source';

/** Why a text does not parse: what stands where the grammar came to, and what could. */
export function explain(
  source: Source,
  cursor: Cursor,
  grammar: Grammar,
  kind: 'condition' | 'statement' | 'value',
): OttlProblem {
  if (cursor.tooDeep) return tooDeep(source, kind);
  const place = placeOf(source, cursor, kind);
  const said = advice.map((one) => one(place, grammar)).find((one) => one !== undefined) ?? general(place);
  const uncertain = cursor.tokens.some(({ hole }) => hole?.kind === 'placeholder');
  return { range: place.found.range, ...said, ...(uncertain && { uncertain }) };
}

function tooDeep({ text }: Source, kind: Place['kind']): OttlProblem {
  const message = `The ${kind} has too many parentheses, lists or calls in each other to be read.`;
  return { range: { start: 0, end: text.length }, message, fix: 'Write it in parts.' };
}

interface Place {
  readonly kind: 'condition' | 'statement' | 'value';
  /** The token that fits nothing. */
  readonly found: Token;
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  readonly position: number;
  readonly expected: ReadonlySet<Expected>;
  readonly text: (range: TextRange) => string;
}

type Said = { readonly range?: TextRange; readonly message: string; readonly fix: string };

function placeOf(source: Source, { tokens, furthest, expected }: Cursor, kind: Place['kind']): Place {
  const found = tokens[Math.min(furthest, tokens.length - 1)] as Token;
  return {
    kind,
    found,
    before: tokens[furthest - 1],
    after: tokens[furthest + 1],
    position: furthest,
    expected,
    text: ({ start, end }) => source.text.slice(start, end),
  };
}

function general(place: Place): Said {
  const wanted = [...place.expected];
  const list =
    wanted.length === 0
      ? 'Nothing'
      : `${wanted.slice(0, -1).join(', ')}${wanted.length > 1 ? ' or ' : ''}${wanted.at(-1)}`;
  const what = capitalized(list);
  return place.found.type === 'end'
    ? { message: 'The text ends too early.', fix: `${what} is missing at its end.` }
    : { message: `${shown(place, place.found)} does not fit here.`, fix: `${what} can stand here.` };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shown(place: Place, token: Token): string {
  return token.type === 'string' ? place.text(token.range) : `"${place.text(token.range)}"`;
}

// What people write who know other languages.
const words: Readonly<Record<string, string>> = {
  AND: 'Write "and".',
  OR: 'Write "or".',
  NOT: 'Write "not".',
  IN: 'Compare with each value, joined by "or", or write ContainsValue([…], …).',
  in: 'Compare with each value, joined by "or", or write ContainsValue([…], …).',
  is: 'Write "==", or "== nil" for what is missing.',
  like: 'Write IsMatch(…, "…").',
  matches: 'Write IsMatch(…, "…").',
  contains: 'Write IsMatch(…, "…"), or ContainsValue(…) for a list.',
};
const constants: Readonly<Record<string, string>> = {
  null: 'nil',
  none: 'nil',
  undefined: 'nil',
  NULL: 'nil',
  TRUE: 'true',
  FALSE: 'false',
  NIL: 'nil',
};

const advice: readonly ((place: Place, grammar: Grammar) => Said | undefined)[] = [
  ({ position, found, kind }) =>
    position === 0 && found.type === 'end'
      ? { message: `The ${kind} is empty.`, fix: 'Write one, or remove it.' }
      : undefined,
  ({ found, after, expected }) => {
    if (found.type === 'comparison' && found.value === '>' && after?.type === 'equal') return undefined;
    if (found.type !== 'equal' || !expected.has('a comparison')) return undefined;
    return { message: '"=" compares nothing.', fix: 'Write "==".' };
  },
  ({ found, before }) =>
    (found.type === 'equal' || found.type === 'comparison') && before?.type === 'comparison'
      ? {
          message: `"${before.value}${found.value}" is no operator.`,
          fix: 'Write one of == != < <= > >=, or IsMatch(…, "…").',
        }
      : undefined,
  exponent,
  (place) => {
    const fix = words[place.found.value];
    return fix !== undefined && place.found.type !== 'string'
      ? { message: `${shown(place, place.found)} is no operator.`, fix }
      : undefined;
  },
  (place, grammar) => bareValue(place, grammar),
  camelCase,
  ({ found, kind }) => {
    if (found.value !== 'where' || found.type === 'string') return undefined;
    return kind === 'condition'
      ? {
          message: 'A condition has no "where".',
          fix: 'Write what stands behind it alone; a statement belongs into a field of statements.',
        }
      : undefined;
  },
  ({ found, after }) => {
    const word = found.type === 'uppercase' && after?.type === 'lowercase' ? found.value + after.value : '';
    return ['True', 'False', 'None', 'Null', 'Nil'].includes(word)
      ? {
          message: `"${word}" is no value.`,
          fix: `Write "${word === 'True' || word === 'False' ? word.toLowerCase() : 'nil'}".`,
        }
      : undefined;
  },
  ({ found, before }) =>
    before?.value === ',' && [')', ']'].includes(found.value)
      ? { message: 'A comma stands behind the last.', fix: 'Remove the comma.' }
      : undefined,
  ({ kind, expected, position }) =>
    kind === 'statement' && position === 0 && expected.has('an editor')
      ? { message: 'A statement begins with an editor.', fix: 'Write one, such as set(log.attributes["k"], "v").' }
      : undefined,
  ({ found, before }) =>
    found.type === 'not' && before?.type === 'not'
      ? { message: '"not" stands twice.', fix: 'Remove both, or write "not (not …)".' }
      : undefined,
  ({ found, before }) =>
    (found.type === 'string' && before?.type === 'addSub') || (found.type === 'addSub' && before?.type === 'string')
      ? { message: 'Texts cannot be added.', fix: 'Write Concat([…, …], "").' }
      : undefined,
];

function exponent({ found, before, text }: Place): Said | undefined {
  if (before?.type !== 'int' || before.range.end !== found.range.start || !/^e[0-9]*$/i.test(found.value))
    return undefined;
  const exponentText = found.value.slice(1);
  return {
    range: { start: before.range.start, end: found.range.end },
    message: 'A number with an exponent needs a dot.',
    fix: `Write ${text(before.range)}.0e${exponentText === '' ? '…' : exponentText}.`,
  };
}

// Where a path or a call stands alone although a condition is needed.
function bareValue(place: Place, { bare }: Grammar): Said | undefined {
  if (bare?.end !== place.position || bare.value.range === undefined) return undefined;
  const ends = ['end', 'and', 'or'].includes(place.found.type) || [')', 'where'].includes(place.found.value);
  if (!ends) return undefined;
  const { value } = bare;
  const range = bare.value.range;
  const written = place.text(range);
  if (value.kind === 'call' && isEditorName(value.name)) {
    return {
      range,
      message: `${value.name} is an editor, which changes a record, and no condition.`,
      fix: 'Write a condition here; a statement belongs into a field of statements.',
    };
  }
  const constant = value.kind === 'enum' ? constants[value.name] : undefined;
  if (constant === 'true' || constant === 'false') {
    return { range, message: `"${written}" is no condition.`, fix: `Write "${constant}".` };
  }
  return {
    range,
    message: `${value.kind === 'string' ? written : `"${written}"`} alone is no condition.`,
    fix:
      value.kind === 'path' ? `Compare it: ${written} == true, or ${written} != nil.` : `Compare it: ${written} == ….`,
  };
}

function camelCase({ found, before, after, text }: Place): Said | undefined {
  const touches = before !== undefined && before.range.end === found.range.start;
  if (found.type !== 'uppercase' || !touches) return undefined;
  if (before.type !== 'lowercase' && before.value !== '.') return undefined;
  const joins = after !== undefined && after.type === 'lowercase' && after.range.start === found.range.end;
  const end = joins ? after.range.end : found.range.end;
  const start = before.type === 'lowercase' ? before.range.start : found.range.start;
  const written = text({ start, end });
  const snake = written.replace(/(?<=[a-z0-9])[A-Z]/g, (c) => `_${c}`).toLowerCase();
  return {
    range: { start, end },
    message: `"${written}" has a capital letter, and fields have none.`,
    fix: `Write ${snake}, or ["${written}"] for a key.`,
  };
}
