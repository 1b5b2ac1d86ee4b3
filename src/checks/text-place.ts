import type { TextRange } from '../model/text-problem';

const longest = 60;

/** The part of a text that is meant, and where it begins, to stand before a message; nothing where it is the whole. */
export function placeInText(text: string, range: TextRange | undefined): string {
  if (range === undefined || (range.start === 0 && range.end >= text.length)) return '';
  const before = text.slice(0, range.start).split('\n');
  const column = `column ${(before.at(-1)?.length ?? 0) + 1}`;
  const where = before.length === 1 ? column : `line ${before.length}, ${column}`;
  const part = text.slice(range.start, Math.max(range.end, range.start + 1)).replace(/\s+/g, ' ');
  if (part.trim() === '') return `${where}: `;
  return `${where}, at \`${part.length > longest ? `${part.slice(0, longest)}…` : part}\`: `;
}
