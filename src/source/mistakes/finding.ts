import type { Severity } from '../../model/issue';
import type { IssueCode } from '../../model/issue-codes';
import type { Pointer } from '../document';
import type { Reader } from '../scalars';

/** A mistake in the YAML of a text, and where it stands. */
export interface Finding {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  /** In the text. */
  readonly offset: number;
  readonly pointer: Pointer;
}

/** What is looked at, for whom, and how a mistake is said of the place that is being looked at. */
export interface Scene {
  readonly text: string;
  readonly reader: Reader;
  error(offset: number, code: IssueCode, message: string, fix: string): void;
  warning(offset: number, code: IssueCode, message: string, fix: string): void;
}

/** Who reads a text, in a sentence. */
export const readerNames: Readonly<Record<Reader, string>> = { kubernetes: 'kubectl', collector: 'the collector' };
