import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { regionsOf } from './regions';

/** A text as a parser took it. */
export interface EventText {
  /** As long as the given text, and the offsets of the events are the same in both. */
  readonly text: string;
  readonly events: Event[];
}

/** Collections may be nested this deep. */
const maxDepth = 1000;

/**
 * The events of a text.
 *
 * Go's yaml does not mind how lines are indented inside of brackets and quotes (`[`, and `]` below its key), which the
 * specification of YAML does. Such lines are joined before the text is read.
 *
 * @throws YAMLException
 */
export function eventsOf(text: string): EventText {
  try {
    return { text, events: parseEvents(text, { maxDepth }) };
  } catch (error) {
    if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') throw error;
    const joined = joinedLines(text);
    return { text: joined, events: parseEvents(joined, { maxDepth }) };
  }
}

function joinedLines(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, start, end } of regionsOf(text)) {
    if (kind === 'block') continue;
    const region = text.slice(start, end);
    pieces.push(
      text.slice(at, start).replace(/[ \t]+$/, blanks),
      kind === 'flow' ? onOneLine(region) : lessIndented(region, indentAt(text, start)),
    );
    at = end;
  }
  return `${pieces.join('')}${text.slice(at)}`;
}

/** How far the line of a place is indented. */
function indentAt(text: string, at: number): number {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.length - line.trimStart().length;
}

/** Lines of a quoted text that are indented enough stay, because an empty line between them means something. */
function lessIndented(quoted: string, indent: number): string {
  return quoted.replace(new RegExp(`\\r?\\n(?= {0,${indent}}(?:\\S|$))`, 'g'), blanks);
}

/** Without comments, which end with their line. */
function onOneLine(flow: string): string {
  return flow.replace(/(?<=[\s[{,:])"(?:[^"\\]|\\[\s\S])*"|(?<=[\s[{,:])'(?:[^']|'')*'|\s#[^\n]*|[\r\n\t]/g, (part) =>
    part.startsWith('"') || part.startsWith("'") ? part.replace(/\r?\n[ \t]*/g, blanks) : blanks(part),
  );
}

function blanks(part: string): string {
  return ' '.repeat(part.length);
}
