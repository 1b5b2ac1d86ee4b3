import type { TextRange } from '../ast';

export type OttlCode =
  | 'ottl-path'
  | 'ottl-function'
  | 'ottl-context'
  | 'ottl-type'
  | 'ottl-enum'
  | 'ottl-nil'
  | 'ottl-never'
  | 'ottl-read-only';

/** What is wrong with a tree that parses. */
export interface OttlFinding {
  readonly code: OttlCode;
  /** An error where the collector refuses to start. */
  readonly severity: 'error' | 'warning';
  /** Absent where the tree was not read from text. */
  readonly range?: TextRange;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to write instead, in one sentence. */
  readonly fix: string;
}

interface Place {
  readonly range?: TextRange;
}

export function refused(code: OttlCode, at: Place, message: string, fix: string): OttlFinding {
  return { code, severity: 'error', ...(at.range && { range: at.range }), message, fix };
}

export function doubtful(code: OttlCode, at: Place, message: string, fix: string): OttlFinding {
  return { code, severity: 'warning', ...(at.range && { range: at.range }), message, fix };
}
