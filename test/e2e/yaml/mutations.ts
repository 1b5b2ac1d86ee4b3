import fc from 'fast-check';

/** What fingers do to a text: a character too many or too few, a line moved in or out, copied or lost. */
export function mutations(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.constantFrom(...changes), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
    )
    .map(([text, edits]) =>
      edits.reduce((changed, [change, line, column]) => edited(changed, change, line, column), text),
    );
}

type Change = (lines: string[], at: number, column: number) => void;

// Without "?", which Go's yaml does not take inside of words in brackets, and "#", which it takes right behind them.
const characters = [
  ':',
  ' ',
  '-',
  '"',
  "'",
  ' #',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '\t',
  '\\',
];

const changes: readonly Change[] = [
  (lines, at, column) => insert(lines, at, column, characters[column % characters.length] ?? ''),
  (lines, at, column) => {
    const line = lines[at] ?? '';
    const place = column % Math.max(line.length, 1);
    lines[at] = line.slice(0, place) + line.slice(place + 1);
  },
  (lines, at) => {
    lines[at] = `  ${lines[at]}`;
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/^ {2}/, '');
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/^ {2}/, '\t');
  },
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at) => lines.splice(at, 1),
  (lines, at, column) => lines.splice(at, 0, ['', '# a remark', '  ', '\t'][column % 4] ?? ''),
];

function insert(lines: string[], at: number, column: number, character: string): void {
  const line = lines[at] ?? '';
  const place = (column >> 5) % (line.length + 1);
  lines[at] = line.slice(0, place) + character + line.slice(place);
}

function edited(text: string, change: Change, line: number, column: number): string {
  const lines = text.split('\n');
  change(lines, line % lines.length, column);
  return lines.join('\n');
}
