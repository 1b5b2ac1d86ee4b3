import type { Issue } from '../model/issue';
import type { TextRange } from '../model/text-problem';

const longest = 60;

/** A part of a text that an issue is about. */
export interface TextPart {
  /** The part, and where it begins, to stand before a message; empty where it is the whole. */
  readonly shown: string;
  /** Where it begins, for the issue; nothing where it is the whole. */
  readonly place: Pick<Issue, 'offset'>;
}

/** What is said of a part of a text. */
export function partOf(text: string, range: TextRange | undefined): TextPart {
  if (range === undefined || (range.start === 0 && range.end >= text.length)) return { shown: '', place: {} };
  return { shown: inWords(text, range), place: { offset: range.start } };
}

/** The issue, about a part of a text, which its message begins with. */
export function placedIn(issue: Issue, text: string, range: TextRange | undefined): Issue {
  const { shown, place } = partOf(text, range);
  return { ...issue, message: `${shown}${issue.message}`, ...place };
}

function inWords(text: string, range: TextRange): string {
  const before = text.slice(0, range.start).split('\n');
  const column = `column ${(before.at(-1)?.length ?? 0) + 1}`;
  const where = before.length === 1 ? column : `line ${before.length}, ${column}`;
  const part = text.slice(range.start, Math.max(range.end, range.start + 1)).replace(/\s+/g, ' ');
  if (part.trim() === '') return `${where}: `;
  return `${where}, at \`${part.length > longest ? `${part.slice(0, longest)}…` : part}\`: `;
}
