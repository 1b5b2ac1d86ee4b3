import { EVENT_ID, type Event } from 'js-yaml';

/** A comment as it stands in a text: from its `#` to the end of the line. */
export interface Token {
  readonly start: number;
  /** Without the `#`. */
  readonly text: string;
  /** From 0. */
  readonly column: number;
  /** What stands before it on its line. */
  readonly before: string;
  /** Where the innermost bracket around it opens; nothing outside of brackets. */
  readonly open: number | undefined;
}

/** The comments of a text, and its brackets. */
export interface Scanned {
  readonly tokens: readonly Token[];
  /** Where brackets close, by where they open. */
  readonly closes: ReadonlyMap<number, number>;
}

/** What may stand between scalars and means something here. */
const telling = /[[\]{}]|#[^\r\n]*/g;

/** Looks between the scalars of a text, where a `#` behind white space begins a comment. */
export function scan(text: string, events: readonly Event[]): Scanned {
  const tokens: Token[] = [];
  const closes = new Map<number, number>();
  const open: number[] = [];
  for (const [from, to] of gaps(text, events)) {
    telling.lastIndex = from;
    for (let match = telling.exec(text); match !== null && match.index < to; match = telling.exec(text)) {
      const { index: start, 0: found } = match;
      if (found === '[' || found === '{') open.push(start);
      else if (found === ']' || found === '}') closes.set(open.pop() ?? -1, start);
      else if (isComment(text, start)) tokens.push(tokenAt(text, start, found.slice(1), open[open.length - 1]));
      else telling.lastIndex = start + 1;
    }
  }
  return { tokens, closes };
}

function* gaps(text: string, events: readonly Event[]): Generator<readonly [from: number, to: number]> {
  let from = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) continue;
    yield [from, event.valueStart];
    from = event.valueEnd;
  }
  yield [from, text.length];
}

function isComment(text: string, start: number): boolean {
  return start === 0 || /\s/.test(text.charAt(start - 1));
}

function tokenAt(text: string, start: number, comment: string, open: number | undefined): Token {
  const lineStart = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('\r', start)) + 1;
  return { start, text: comment, column: start - lineStart, before: text.slice(lineStart, start), open };
}
