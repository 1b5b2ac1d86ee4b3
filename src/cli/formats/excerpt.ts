import type { IssueCode } from '../../model/issue-codes';

/** A line of a file as it is shown, and a line with a caret below the place. */
export interface Excerpt {
  readonly text: string;
  readonly caret: string;
}

/** What fits on a narrow terminal behind the margin. */
const width = 76;
const mark = '…';

/** Issues about a text that must not be read by others. */
const secret: ReadonlySet<IssueCode> = new Set<IssueCode>(['secret-literal']);

/**
 * A line of a file, cut around the place where it is long, without its secrets; nothing for an empty one.
 *
 * @param column from 1
 */
export function excerpt(line: string, column: number, code: IssueCode): Excerpt | undefined {
  const hidden = secretsHidden(line, Math.min(column - 1, line.length));
  const { text, place } = secret.has(code) ? valueHidden(hidden) : hidden;
  const shown = printable(text);
  if (shown.trim() === '') return undefined;
  const indent = Math.min(shown.length - shown.trimStart().length, place);
  const start = shown.length - indent <= width ? indent : Math.max(indent, place - width / 2);
  const cut = shown.slice(start, start + width - 2);
  const before = start > indent ? mark : '';
  const after = start + width - 2 < shown.trimEnd().length ? mark : '';
  return { text: `${before}${cut.trimEnd()}${after}`, caret: `${' '.repeat(before.length + place - start)}^` };
}

/** One column for each character, and none that moves a terminal's cursor. */
function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}

/** A line, and a place in it. */
interface Marked {
  readonly text: string;
  readonly place: number;
}

const stars = '***';

/** A key that is called after a secret, and its value where that is neither a collection nor a reference. */
const named =
  /([\w.-]*(?:passw|secret|token|api[-_]?key|authorization|credential|private)[\w.-]*["']?\s*:\s*)(?![\s[{&*|>]|["']?\$\{)("(?:[^"\\]|\\.)*"?|'[^']*'?|[^,}\]]+)/gi;

/** The line without the values of keys that are called after secrets, whatever the issue is about. */
function secretsHidden(text: string, place: number): Marked {
  let moved = place;
  const hidden = text.replace(named, (_, key: string, value: string, at: number) => {
    const start = at + key.length;
    if (place >= start + value.length) moved += stars.length - value.length;
    else if (place > start) moved -= place - start;
    return `${key}${stars}`;
  });
  return { text: hidden, place: moved };
}

/** The line without the value at the place: what follows the key, or all from the place on. */
function valueHidden({ text, place }: Marked): Marked {
  const rest = text.slice(place);
  const key = /^(?:"[^"]*"|'[^']*'|[^\s:{}[\],"']+)\s*:(?:\s+|$)/.exec(rest)?.[0] ?? '';
  return { text: `${text.slice(0, place)}${key}${rest.length > key.length ? stars : ''}`, place };
}
