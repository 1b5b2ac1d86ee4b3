import type { IssueCode } from './issue-codes';

/** `error`: the real program would refuse it, or data would be lost. `warning`: it runs, but hardly as meant. */
export type Severity = 'error' | 'warning';

/** One mistake in a program or a manifest. All mistakes of a program are reported together. */
export interface Issue {
  /** Stable identifier, documented in docs/issues.md. */
  readonly code: IssueCode;
  /** Whether it fails the synthesis. */
  readonly severity: Severity;
  /** Where: the object, then the place inside it, separated by slashes, e.g. `telemetry/gateway/logs/in`. */
  readonly path: string;
  /**
   * The place in the object's own keys, where `path` is another: from the root of a collector's configuration, or of the
   * object, e.g. `['service', 'pipelines', 'logs/in', 'exporters', 1]`; empty for the configuration as a whole.
   */
  readonly at?: readonly (string | number)[];
  /** Whether the key of the place is meant, and not its value. @default what is usual for the code */
  readonly part?: 'key';
  /** The character of the text there that is meant, from 0. @default the text as a whole */
  readonly offset?: number;
  /** What is wrong, in one sentence without a full stop at the end of the quoted names. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** An object that cannot exist; thrown where it is made, not collected. */
export class MdaiError extends Error {
  override readonly name = 'MdaiError';
}

/** `path: message. fix` on one line, as people read it. */
export function formatIssue(issue: Issue): string {
  return `${issue.path}: ${issue.message} ${issue.fix} [${issue.code}]`;
}
