import type { Event } from 'js-yaml';
import type { Pointer } from '../document';
import type { SourceNode } from '../tree';
import type { CommentPlace } from './comment';
import { type Mark, marksOf, pointerOf } from './marks';
import { type Scanned, scan, type Token } from './scan';

/** A comment with what it speaks of, in the text that it stands in. */
export interface Attached {
  /** Which of the documents it is in; nothing where there is none. */
  readonly tree: number | undefined;
  readonly pointer: Pointer;
  readonly place: CommentPlace;
  readonly tokens: readonly Token[];
}

/** The comments of a text, each with the entry that a reader takes it for. */
export function attachComments(
  text: string,
  events: readonly Event[],
  trees: readonly SourceNode[],
): readonly Attached[] {
  const scanned = scan(text, events);
  if (scanned.tokens.length === 0) return [];
  const reader = new Reader(text, scanned, marksOf(text, trees));
  return runsOf(text, scanned.tokens).map((run) => reader.attach(run));
}

/** Comments on lines that follow each other are one, unless one begins further to the left than the first. */
function runsOf(text: string, tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const run = runs[runs.length - 1];
    const [first] = run ?? [];
    const last = run?.[run.length - 1];
    const follows =
      first !== undefined &&
      last !== undefined &&
      isAlone(first) &&
      isAlone(token) &&
      first.open === token.open &&
      token.column >= first.column &&
      /^(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(last.start + 1 + last.text.length, token.start));
    if (follows) run?.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Whether a comment is all that its line says; what only begins an item or a document says nothing yet. */
function isAlone({ before }: Token): boolean {
  return /^[-?\s]*$/.test(before);
}

class Reader {
  /** The marks up to the place that was asked for last: comments come in their order. */
  private passed = 0;

  constructor(
    private readonly text: string,
    private readonly scanned: Scanned,
    private readonly marks: readonly Mark[],
  ) {}

  attach(tokens: readonly Token[]): Attached {
    const [token] = tokens as [Token];
    while ((this.marks[this.passed]?.start ?? Number.POSITIVE_INFINITY) < token.start) this.passed++;
    const last = this.marks[this.passed - 1];
    const next = this.marks[this.passed];
    return { ...(isAlone(token) ? this.alone(token, last, next) : this.beside(token, last)), tokens };
  }

  /** What stands behind something on its line speaks of the last entry that begins before it, closed brackets as one. */
  private beside(token: Token, last: Mark | undefined): Omit<Attached, 'tokens'> {
    const mark = this.closed(last, token.start);
    return { tree: last?.tree, pointer: pointerOf(mark), place: 'beside' };
  }

  private alone(token: Token, last: Mark | undefined, next: Mark | undefined): Omit<Attached, 'tokens'> {
    const { open, column, before } = token;
    if (open !== undefined) {
      if (next !== undefined && next.start < (this.scanned.closes.get(open) ?? 0)) return above(next);
      let flow = last?.flow;
      while (flow !== undefined && flow.start > open) flow = flow.owner?.flow;
      return { tree: last?.tree, pointer: pointerOf(flow?.start === open ? flow.owner : last), place: 'end' };
    }
    const isHigh = last === undefined || last.tree !== next?.tree || /[-?]/.test(before);
    if (next !== undefined && (isHigh || column <= this.indentBehind(token))) return above(next);
    let mark = last;
    while (mark?.flow !== undefined) mark = mark.flow.owner;
    while (mark !== undefined && mark.column > column) mark = mark.parent;
    const around = mark?.column === column ? mark.parent : mark;
    return { tree: last?.tree, pointer: pointerOf(around), place: 'end' };
  }

  /** The entry itself, or the one around it whose brackets are closed before a place. */
  private closed(mark: Mark | undefined, before: number): Mark | undefined {
    let out = mark;
    for (let flow = mark?.flow; flow !== undefined; flow = flow.owner?.flow) {
      if ((this.scanned.closes.get(flow.start) ?? before) < before) out = flow.owner;
    }
    return out;
  }

  /** How far the next line is indented that says something. */
  private indentBehind({ start }: Token): number {
    saysNothing.lastIndex = start;
    saysNothing.exec(this.text);
    return /^[ \t]*/.exec(this.text.slice(saysNothing.lastIndex))?.[0].length ?? 0;
  }
}

/** A comment up to the end of its line, and lines that are empty or comments. */
const saysNothing = /#[^\r\n]*[\r\n]*(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*/y;

/** Above the first entry of a document stands what is said of all of it. */
function above(mark: Mark): Omit<Attached, 'tokens'> {
  return { tree: mark.tree, pointer: mark.isFirst ? [] : pointerOf(mark), place: 'above' };
}
