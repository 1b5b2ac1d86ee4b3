import { nextSpan } from '../model/reference';
import type { BooleanExpression, Placeholder, TextRange, ValueExpression } from './ast';

/** How a text is written: as in a collector's configuration, or plainly. */
export type TextForm =
  /** `$$` is `$`, and `${env:NAME}` a variable. */
  | 'config'
  /** `$` is `$`. */
  | 'plain';

/** What stands in a text without being text. */
export type Hole =
  | { readonly kind: 'placeholder'; readonly placeholder: Placeholder }
  | { readonly kind: 'value'; readonly value: ValueExpression }
  | { readonly kind: 'condition'; readonly tree: BooleanExpression };

/** Stands in `chars` where a hole is. */
export const holeCharacter = '\uFFFC';

/** A text that the lexer reads. */
export interface Source {
  /** As it was given. */
  readonly text: string;
  /** What OTTL sees. */
  readonly chars: string;
  /** The holes, by their index in `chars`. */
  readonly holes: ReadonlyMap<number, Hole>;
  /** Where a part of `chars` stands in `text`. */
  range(start: number, end: number): TextRange;
}

/** The text as OTTL sees it once the collector has read its configuration. */
export function readSource(text: string, form: TextForm): Source {
  if (form === 'plain' || !text.includes('$')) return plainSource(text);
  return sourceOf(text, unescaped(withVariables([...cellsOf(text)])));
}

/** Plain text with values between its pieces; `text` shows each as `${…}`. */
export function templateSource(pieces: readonly string[], values: readonly (Hole | string)[]): Source {
  const cells: Cell[] = [];
  let text = '';
  for (const [i, piece] of pieces.entries()) {
    cells.push(...cellsOf(piece, text.length));
    text += piece;
    const value = values[i];
    if (value === undefined) continue;
    const shown = '${…}';
    const range = { start: text.length, end: text.length + shown.length };
    if (typeof value === 'string') cells.push(...Array.from({ length: value.length }, (_, n) => cell(value, n, range)));
    else cells.push({ char: holeCharacter, ...range, hole: value });
    text += shown;
  }
  return sourceOf(text, cells);
}

/** One UTF-16 code unit that OTTL sees, and where it comes from. */
interface Cell extends TextRange {
  readonly char: string;
  readonly hole?: Hole;
}

function cell(text: string, index: number, range: TextRange): Cell {
  return { char: text.charAt(index), ...range };
}

function* cellsOf(text: string, offset = 0): Iterable<Cell> {
  for (let i = 0; i < text.length; i++) yield cell(text, i, { start: offset + i, end: offset + i + 1 });
}

function plainSource(text: string): Source {
  return { text, chars: text, holes: new Map(), range: (start, end) => ({ start, end }) };
}

function sourceOf(text: string, cells: readonly Cell[]): Source {
  const holes = new Map<number, Hole>();
  for (const [i, { hole }] of cells.entries()) if (hole !== undefined) holes.set(i, hole);
  const startAt = (i: number): number => cells[i]?.start ?? text.length;
  return {
    text,
    chars: cells.map(({ char }) => char).join(''),
    holes,
    range: (start, end) => ({ start: startAt(start), end: end > start ? (cells[end - 1]?.end ?? 0) : startAt(start) }),
  };
}

// As confmap does it: the innermost first, all that read the same at once, and none behind an escaped `$${…}`.
function withVariables(cells: readonly Cell[]): readonly Cell[] {
  let now = cells;
  for (;;) {
    const chars = now.map(({ char }) => char).join('');
    const span = nextSpan(chars);
    if (span === undefined || span.escaped) return now;
    now = replaced(now, chars, chars.slice(span.open, span.close + 1));
  }
}

function replaced(cells: readonly Cell[], chars: string, expression: string): readonly Cell[] {
  const out: Cell[] = [];
  let from = 0;
  for (let at = chars.indexOf(expression); at !== -1; at = chars.indexOf(expression, from)) {
    const replacedCells = cells.slice(at, at + expression.length);
    out.push(...cells.slice(from, at), {
      char: holeCharacter,
      start: replacedCells[0]?.start ?? 0,
      end: replacedCells.at(-1)?.end ?? 0,
      hole: { kind: 'placeholder', placeholder: placeholderOf(replacedCells.slice(2, -1)) },
    });
    from = at + expression.length;
  }
  return [...out, ...cells.slice(from)];
}

function placeholderOf(inside: readonly Cell[]): Placeholder {
  const uri = inside.map(({ char, hole }) => (hole?.kind === 'placeholder' ? expressionOf(hole.placeholder) : char));
  return readPlaceholder(uri.join(''));
}

/** What stands between the braces, read. */
export function readPlaceholder(inside: string): Placeholder {
  const uri = inside.includes(':') ? inside : `env:${inside}`;
  if (!uri.startsWith('env:')) return { env: uri, uri };
  const opaque = uri.slice('env:'.length);
  const name = opaque.split(':-', 1)[0] ?? '';
  return name === opaque ? { env: name } : { env: name, uri };
}

/** A variable as the configuration writes it: `${env:NAME}`. */
export function expressionOf(placeholder: Placeholder): string {
  return `\${${placeholder.uri ?? `env:${placeholder.env}`}}`;
}

function unescaped(cells: readonly Cell[]): readonly Cell[] {
  const out: Cell[] = [];
  for (let i = 0; i < cells.length; i++) {
    const one = cells[i] as Cell;
    const next = cells[i + 1];
    if (one.char === '$' && next?.char === '$') {
      out.push({ char: '$', start: one.start, end: next.end });
      i++;
    } else out.push(one);
  }
  return out;
}
