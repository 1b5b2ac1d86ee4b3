import { type Comments, commentsIn, type InnerTexts } from './comments/documents';
import type { PositionOf, SourceDocument } from './document';
import { readFile, sourcePaths } from './files';
import { type Patches, patchesIn } from './kustomize';
import type { LocatedIssue } from './located';
import { Positions } from './positions';
import { readDocuments } from './read-file';

/** What the files of a user hold. */
export interface Sources {
  /** How many files were read. */
  readonly files: number;
  /** The documents that are not empty, in the order of the files and in them; without patches. */
  readonly documents: readonly SourceDocument[];
  /** Files that were read and are no objects by themselves. */
  readonly patches: readonly Patches[];
  /** Mistakes in the YAML itself. What they stand in may be missing from the documents. */
  readonly issues: readonly LocatedIssue[];
  readonly positionOf: PositionOf;
  /** A line of a file without its end; empty where there is none. */
  line(path: string, line: number): string;
  /** The comments of the documents. Nothing is looked for before somebody asks. */
  commentsOf(inner: InnerTexts): Comments;
}

/**
 * Reads the documents of files and folders; `-` is standard input.
 *
 * @param step is told what is being done
 * @throws MdaiError for a path that is not there
 */
export function readSources(paths: readonly string[], step: (says: string) => void = () => undefined): Sources {
  const named = sourcePaths(paths);
  const files = named.map((path, i) => {
    step(`reading ${i + 1} of ${named.length} files`);
    return readDocuments(readFile(path));
  });
  const positions = new Positions(files);
  const documents = files.flatMap((file) => file.documents);
  const patches = patchesIn(documents);
  const isPatch = new Set(patches.flatMap((one) => one.files));
  return {
    files: files.length,
    documents: documents.filter(({ path }) => !isPatch.has(path)),
    patches,
    issues: files.flatMap(({ issues }) => issues),
    positionOf: (document, pointer, part, offset) => positions.of(document, pointer, part, offset),
    line: (path, line) => positions.line(path, line),
    commentsOf: (inner) => commentsIn(files, inner),
  };
}
