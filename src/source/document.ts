import type { ConfigValue } from '../model/config';

/** A YAML document of a file that a user named; an item of a list of Kubernetes objects is a document by itself. */
export interface SourceDocument {
  /** The file as it was named; `-` is standard input. */
  readonly path: string;
  /** Which document of the file, from 0. @default 0 */
  readonly index?: number;
  /** Where its content stands in the YAML document, e.g. `['items', 3]` in what `kubectl get -o yaml` prints. @default its root */
  readonly base?: Pointer;
  readonly content: ConfigValue;
}

/**
 * Keys and indices from a document's root. Where it goes on behind a text, that text is YAML itself, and the pointer
 * goes on inside its first document.
 */
export type Pointer = readonly (string | number)[];

/** A place in a file, both from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What of an entry is meant: its key (for an item of a list, where it begins), or its value. */
export type EntryPart = 'key' | 'value';

/**
 * Where an entry of a document stands. For what is missing, the nearest thing around it that is there; for what an alias
 * stands for, or a merge key brings, its place at the anchor.
 *
 * @param offset which character of a text is meant; looked at where the text takes several lines. @default the text as a whole
 */
export type PositionOf = (document: SourceDocument, pointer: Pointer, part: EntryPart, offset?: number) => Position;
