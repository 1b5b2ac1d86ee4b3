/** A part of a file that is read by itself, so that a mistake in one leaves the others readable. */
export interface Part {
  readonly text: string;
  /** Where it begins in the file. */
  readonly start: number;
}

const directive = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*%/;

/** The parts of a file between its `---`; directives stay with the document that follows them. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const at of separators(text)) {
    const part = text.slice(start, at);
    if (directive.test(part)) continue;
    if (at > start) parts.push({ text: part, start });
    start = at;
  }
  parts.push({ text: text.slice(start), start });
  return parts;
}

/** Where lines begin that are `---`, with or without more behind it. */
function* separators(text: string): Generator<number> {
  for (let at = text.startsWith('---') ? 0 : next(text, 0); at !== -1; at = next(text, at)) {
    const after = text.charAt(at + 3);
    if (after === '' || ' \t\r\n'.includes(after)) yield at;
  }
}

function next(text: string, from: number): number {
  const found = text.indexOf('\n---', from);
  return found === -1 ? -1 : found + 1;
}
