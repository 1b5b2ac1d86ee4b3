import type { Pointer, SourceDocument } from './document';

/** Where a part of the model was read, and how the rest of an issue's path is found there. */
export interface Origin {
  readonly document: SourceDocument;
  /** What stands for it in reports, without its file: the object's name, or nothing for a file that is a configuration itself. */
  readonly called: string;
  /** Whether it is a part of an object, so that the object's name is never meant. @default false */
  readonly part?: boolean;
  /** The places of the document under which the rest of a path is looked up, the most telling first. */
  readonly bases: readonly Pointer[];
  /** What the model calls otherwise than the document: a part of a path, and what it may be there. @default none */
  readonly names?: Names;
  /** The same in other documents, less telling: the workload of a collector whose configuration is in a ConfigMap. */
  readonly also?: readonly Origin[];
}

/** The names of a model, and the places that each may stand for, seen from where it was met in the document. */
export type Names = Readonly<Record<string, readonly Pointer[]>>;
