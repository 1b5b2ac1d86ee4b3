import type { Issue } from '../model/issue';

/** An issue in a file that a user named. Its path begins inside the file. */
export interface LocatedIssue extends Issue {
  /** The file as it was named; `-` is standard input. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}
