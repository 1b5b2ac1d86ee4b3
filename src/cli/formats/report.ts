import type { LocatedIssue } from '../../source/located';

/** What a check found, as all formats print it. */
export interface CheckReport {
  /** By file, line and column. */
  readonly issues: readonly LocatedIssue[];
  readonly summary: CheckSummary;
}

export interface CheckSummary {
  /** Files that were read. */
  readonly files: number;
  /** Documents in them, of all kinds; the items of a list are counted one by one. */
  readonly objects: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Prints a report. `line` gives a line of a file that was checked, without its end. */
export type Format = (report: CheckReport, line: (file: string, line: number) => string, colours: boolean) => string;

/** A number of things in words, e.g. `1 file`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
