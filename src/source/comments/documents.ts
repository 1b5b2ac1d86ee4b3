import type { Pointer, SourceDocument } from '../document';
import { eventsOf } from '../events';
import { SourceText } from '../find';
import { Lines } from '../lines';
import { partsOf } from '../parts';
import type { ReadFile } from '../read-file';
import { readerOf } from '../reader';
import { treesOf } from '../tree';
import { type Attached, attachComments } from './attach';
import type { CommentLine, SourceComment } from './comment';
import type { Token } from './scan';

/** Which texts of a document are YAML whose comments are wanted, too. */
export type InnerTexts = (document: SourceDocument) => readonly Pointer[];

/** The comments of documents, those inside their texts among them, in the order of the file. */
export type Comments = ReadonlyMap<SourceDocument, readonly SourceComment[]>;

/**
 * The comments of files. What stands in no document belongs to the one behind it, or else to the last one: none is left
 * over where there is a document.
 */
export function commentsIn(files: readonly ReadFile[], inner: InnerTexts): Comments {
  const found = new Map<SourceDocument, readonly SourceComment[]>();
  let waiting: readonly SourceComment[] = [];
  let last: SourceDocument | undefined;
  for (const file of files) {
    const reader = new FileComments(file, inner, waiting);
    for (const [document, comments] of reader.read()) found.set(document, comments);
    waiting = reader.waiting;
    last = file.documents[file.documents.length - 1] ?? last;
  }
  if (last !== undefined && waiting.length > 0)
    found.set(last, [...(found.get(last) ?? []), ...waiting.map((one) => ({ ...one, place: 'end' as const }))]);
  return found;
}

class FileComments {
  private readonly of = new Map<SourceDocument, SourceComment[]>();
  private readonly byIndex = new Map<number, SourceDocument[]>();
  private readonly seen = new Set<number>();
  private readonly lines: Lines;

  constructor(
    private readonly file: ReadFile,
    private readonly inner: InnerTexts,
    /** What stands in no document, and waits for one. */
    public waiting: readonly SourceComment[],
  ) {
    this.lines = new Lines(file.text);
    for (const document of file.documents) {
      const { index = 0 } = document;
      this.byIndex.set(index, [...(this.byIndex.get(index) ?? []), document]);
    }
  }

  read(): Comments {
    for (const { text, start } of partsOf(this.file.text)) this.part(text, start);
    for (const comments of this.of.values()) comments.sort((a, b) => this.rank(a) - this.rank(b));
    return this.of;
  }

  /** What waited since another file comes first. */
  private rank({ file, lines }: SourceComment): number {
    return file === this.file.path ? (lines[0]?.line ?? 0) : 0;
  }

  private part(text: string, start: number): void {
    if (!text.includes('#') && this.waiting.length === 0) return;
    const parsed = eventsOf(text);
    const trees = treesOf(parsed, readerOf(parsed));
    const inFile = (offset: number) => start + offset;
    const source = new SourceText(parsed.text, trees, inFile);
    const byTree = trees.map((_, tree) => {
      const index = this.file.places.findIndex((place) => place.start === start && place.tree === tree);
      return this.byIndex.get(index) ?? [];
    });
    const [first] = byTree.flat();
    if (first !== undefined) {
      this.of.set(first, [...this.waiting]);
      this.waiting = [];
    }
    for (const attached of attachComments(text, parsed.events, trees)) {
      const documents = attached.tree === undefined ? [] : (byTree[attached.tree] ?? []);
      this.add(attached, documents, undefined, inFile);
    }
    for (const [tree, documents] of byTree.entries()) {
      const root = trees[tree];
      for (const document of documents) {
        for (const pointer of this.inner(document)) {
          const found = root && source.scalar(root, [...(document.base ?? []), ...pointer]);
          if (found !== undefined) this.text(found.source.decoded(found.node), document, pointer);
        }
      }
    }
  }

  /** The comments of a text that is YAML itself. */
  private text(
    { text, inFile }: { readonly text: string; readonly inFile: (offset: number) => number },
    document: SourceDocument,
    at: Pointer,
  ): void {
    if (!text.includes('#')) return;
    const parsed = eventsOf(text);
    const [first] = treesOf(parsed, 'collector');
    for (const attached of attachComments(text, parsed.events, first === undefined ? [] : [first]))
      this.add(attached, [document], at, inFile);
  }

  /** @param inside the text that the comment stands in */
  private add(
    { pointer, place, tokens }: Attached,
    documents: readonly SourceDocument[],
    inside: Pointer | undefined,
    inFile: (offset: number) => number,
  ): void {
    const start = inFile(tokens[0]?.start ?? 0);
    // A text with an anchor may be read in several places.
    if (this.seen.has(start)) return;
    this.seen.add(start);
    const comment = {
      pointer: inside === undefined ? pointer : [...(documents[0]?.base ?? []), ...inside, ...pointer],
      place,
      ...(inside && { text: inside }),
      file: this.file.path,
      lines: tokens.map((token) => this.line(token, tokens, inFile)),
    };
    const owner = ownerOf(comment, documents);
    if (owner === undefined) {
      this.waiting = [...this.waiting, { ...comment, pointer: [], place: 'above' }];
      return;
    }
    const of = this.of.get(owner.document) ?? [];
    of.push(owner.comment);
    this.of.set(owner.document, of);
  }

  private line(
    { text, column, start }: Token,
    [first]: readonly Token[],
    inFile: (offset: number) => number,
  ): CommentLine {
    const further = ' '.repeat(Math.max(0, column - (first?.column ?? column)));
    return { text: `${further}${text}`.trimEnd(), line: this.lines.at(inFile(start)).line };
  }
}

/** The document that a comment is in: of the objects of a list, the next one where it is in none of them. */
function ownerOf(
  comment: SourceComment,
  documents: readonly SourceDocument[],
): { readonly document: SourceDocument; readonly comment: SourceComment } | undefined {
  const { pointer } = comment;
  for (const document of documents) {
    const { base = [] } = document;
    if (base.every((key, i) => pointer[i] === key))
      return { document, comment: { ...comment, pointer: pointer.slice(base.length) } };
  }
  const [first] = documents;
  const last = documents[documents.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const isBehind = pointer[0] === 'items' && comment.place === 'end';
  return isBehind
    ? { document: last, comment: { ...comment, pointer: [] } }
    : { document: first, comment: { ...comment, pointer: [], place: 'above' } };
}
