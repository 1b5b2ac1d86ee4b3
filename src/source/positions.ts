import type { EntryPart, Pointer, Position, SourceDocument } from './document';
import { eventsOf } from './events';
import { SourceText } from './find';
import { Lines } from './lines';
import type { ReadFile } from './read-file';
import { readerOf } from './reader';
import { type TextNode, treesOf } from './tree';

/** How many texts are kept as trees. Places are asked for in the order of their files. */
const kept = 8;

/** Where things stand in files. Nothing is parsed before somebody asks, and little is kept. */
export class Positions {
  private readonly byPath: ReadonlyMap<string, ReadFile>;
  private readonly lines = new Map<string, Lines>();
  private readonly texts = new Map<string, SourceText>();

  constructor(files: readonly ReadFile[]) {
    this.byPath = new Map(files.map((file) => [file.path, file]));
  }

  of({ path, index = 0, base = [] }: SourceDocument, pointer: Pointer, part: EntryPart, offset?: number): Position {
    const file = this.byPath.get(path);
    const place = file?.places[index];
    if (file === undefined || place === undefined) return { line: 1, column: 1 };
    const { start, end, tree } = place;
    const source = remembered(this.texts, `${path}:${start}`, () => sourceOf(file.text.slice(start, end), start));
    const root = source.trees[tree];
    const whole = [...base, ...pointer];
    const lines = this.linesOf(file);
    const scalar = offset === undefined || root === undefined ? undefined : source.scalar(root, whole);
    if (scalar && offset !== undefined && isOfLines(scalar.source.text, scalar.node)) {
      return lines.at(scalar.source.decoded(scalar.node).inFile(offset));
    }
    return lines.at(source.find(root, whole, part));
  }

  line(path: string, line: number): string {
    const file = this.byPath.get(path);
    return file === undefined ? '' : this.linesOf(file).line(line);
  }

  private linesOf({ path, text }: ReadFile): Lines {
    return remembered(this.lines, path, () => new Lines(text));
  }
}

/** Whether a scalar takes several lines, or stands in others than its key. */
function isOfLines(text: string, { event }: TextNode): boolean {
  return text.slice(event.valueStart, event.valueEnd).includes('\n');
}

function sourceOf(text: string, start: number): SourceText {
  const parsed = eventsOf(text);
  return new SourceText(parsed.text, treesOf(parsed, readerOf(parsed)), (offset) => start + offset);
}

/** What was made for a key a little while ago, or is made now. */
function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  for (const oldest of known.keys()) {
    if (known.size <= kept) break;
    known.delete(oldest);
  }
  return value;
}
