import { OttlError, type OttlMap } from '../value';

/** How quotes are read: as the format defines them, wherever they stand, or not at all. */
const MODES = ['strict', 'lazyQuotes', 'ignoreQuotes'] as const;
export type CsvMode = (typeof MODES)[number];

/** Throws `OttlError` for a mode that does not exist. */
export function csvMode(name: string): CsvMode {
  const mode = MODES.find((known) => known === name);
  if (mode === undefined) throw new OttlError(`the mode "${name}" is none of ${MODES.join(', ')}`);
  return mode;
}

/** The fields of a row, by the names in the header. */
export function parseCsv(
  row: string,
  header: string,
  delimiter: string,
  headerDelimiter: string,
  mode: CsvMode,
): OttlMap {
  if (header === '') throw new OttlError('the header is empty');
  const names = header.split(headerDelimiter);
  const fields = mode === 'ignoreQuotes' ? row.split(delimiter) : readRow(row, delimiter, mode === 'lazyQuotes');
  if (fields.length !== names.length)
    throw new OttlError(`the row has ${fields.length} fields, and the header ${names.length}`);
  return new Map(names.map((name, index) => [name, fields[index] ?? '']));
}

/** A row may have line breaks: what begins a line continues the last field of the line before. */
function readRow(row: string, delimiter: string, lazy: boolean): string[] {
  if (/[\0"\r\n\ufffd]/.test(delimiter)) throw new OttlError(`${JSON.stringify(delimiter)} cannot delimit fields`);
  const reader = new LineReader(row, delimiter, lazy);
  let joined: string[] | undefined;
  for (let line = reader.read(); line !== undefined; line = reader.read()) {
    if (joined === undefined) {
      joined = line;
      continue;
    }
    const [first = '', ...more] = line;
    joined.push(`${joined.pop() ?? ''}\n${first}`, ...more);
  }
  if (joined === undefined) throw new OttlError('there is no row in the text');
  return joined;
}

/** Reads fields as Go's encoding/csv does. */
class LineReader {
  readonly #lines: string[];
  readonly #delimiter: string;
  readonly #lazy: boolean;
  #next = 0;

  constructor(text: string, delimiter: string, lazy: boolean) {
    // Each line keeps its line break; a carriage return before it, or at the end of the text, is dropped.
    this.#lines = text
      .split(/(?<=\n)/)
      .filter((line) => line !== '')
      .map((line) => (line.endsWith('\n') ? line.replace(/\r\n$/, '\n') : line.replace(/\r$/, '')));
    this.#delimiter = delimiter;
    this.#lazy = lazy;
  }

  /** The fields of the next line that is not empty, with the lines that its quotes reach over. */
  read(): string[] | undefined {
    while (this.#lines[this.#next] === '\n') this.#next++;
    const line = this.#lines[this.#next];
    if (line === undefined) return undefined;
    this.#next++;
    const fields: string[] = [];
    try {
      this.#fields(line, fields);
    } catch (error) {
      // What was read before a mistake is taken as the line.
      if (fields.length === 0) throw error;
    }
    return fields;
  }

  #fields(line: string, fields: string[]): void {
    let rest: string | undefined = line;
    while (rest !== undefined) rest = rest.startsWith('"') ? this.#quoted(rest, fields) : this.#plain(rest, fields);
  }

  /** Undefined at the end of the line; else what comes behind the field. */
  #plain(line: string, fields: string[]): string | undefined {
    const at = line.indexOf(this.#delimiter);
    const field = at < 0 ? line.replace(/\n$/, '') : line.slice(0, at);
    if (!this.#lazy && field.includes('"')) throw new OttlError(`a quote stands inside of the field ${field}`);
    fields.push(field);
    return at < 0 ? undefined : line.slice(at + this.#delimiter.length);
  }

  #quoted(line: string, fields: string[]): string | undefined {
    let field = '';
    let rest = line.slice(1);
    for (;;) {
      const at = rest.indexOf('"');
      if (at < 0) {
        field += rest;
        const next: string | undefined = rest === '' ? undefined : this.#lines[this.#next];
        if (next === undefined) {
          if (!this.#lazy) throw new OttlError('a quoted field is not closed');
          fields.push(field);
          return undefined;
        }
        this.#next++;
        rest = next;
        continue;
      }
      field += rest.slice(0, at);
      rest = rest.slice(at + 1);
      if (rest.startsWith('"')) {
        field += '"';
        rest = rest.slice(1);
      } else if (rest.startsWith(this.#delimiter)) {
        fields.push(field);
        return rest.slice(this.#delimiter.length);
      } else if (rest === '' || rest === '\n') {
        fields.push(field);
        return undefined;
      } else if (this.#lazy) {
        field += '"';
      } else {
        throw new OttlError('something stands behind the quote that closes a field');
      }
    }
  }
}
