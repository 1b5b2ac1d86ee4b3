import type { Pointer } from '../document';

/** A comment of a YAML file, with what it speaks of. */
export interface SourceComment {
  /** The entry that it speaks of, or the map or list at whose end it stands; empty for a document as a whole. */
  readonly pointer: Pointer;
  readonly place: CommentPlace;
  /** The text that it stands in, which is YAML itself. @default none */
  readonly text?: Pointer;
  /** The file as it was named. */
  readonly file: string;
  readonly lines: readonly CommentLine[];
}

/** Where a comment stands: on lines of its own above something, behind it on its line, or behind the last entry of something. */
export type CommentPlace = 'above' | 'beside' | 'end';

export interface CommentLine {
  /** Without the `#`, and without white space at its end. Lines further to the right than the first one are indented more. */
  readonly text: string;
  /** Its line in the file, from 1. */
  readonly line: number;
}
