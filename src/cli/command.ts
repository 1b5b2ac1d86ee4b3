import type { Release } from '../model/release';

/** What a command prints to, and what it knows of the reader. */
export interface Output {
  /** What was asked for. */
  out(text: string): void;
  /** Diagnostics and progress. */
  err(text: string): void;
  /** Whether `out` may hold colours: a terminal, and the reader does not object. */
  readonly colours?: boolean;
  /** Whether `err` is a terminal, on which progress may be shown and wiped. */
  readonly interactive?: boolean;
}

/** An option of a command, as its help, the completion of shells and the parser need it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  /** What stands for its value in the help, e.g. `FILE`. */
  readonly value?: string;
  /** What it does, in one sentence. */
  readonly says: string;
  /** The values that it takes, where they are a few. The first is the default. */
  readonly choices?: readonly string[];
}

/** A line that works as written, and what it is good for. */
export interface Example {
  readonly line: string;
  readonly says: string;
}

export interface Command {
  /** What it does, in one line. */
  readonly summary: string;
  /** What follows its name, e.g. `PATH…`. */
  readonly operands: string;
  /** What a reader of its manual wants to know, paragraph by paragraph. */
  readonly description: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly Example[];
  /** Returns the exit code: 0 fine, 1 the input has errors. @throws UsageError */
  run(operands: readonly string[], values: Values, output: Output): number | Promise<number>;
}

/** The options that were given; those with choices are checked, and have their default. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The command was called wrongly, or cannot run. */
export class UsageError extends Error {}

/** The text of an option that has a value. */
export function textOf(values: Values, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

/** The release that `--release` names. */
export function releaseOf(values: Values): Release {
  return values.release as Release;
}
