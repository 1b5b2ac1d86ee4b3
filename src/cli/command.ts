import type { ParseArgsConfig } from 'node:util';

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Returns the exit code: 0 fine, 1 the input has errors. */
  run(paths: readonly string[], values: Readonly<Record<string, unknown>>, output: Output): number;
}

/** The command was called wrongly, or cannot run. */
export class UsageError extends Error {}
