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

/** The value of an option that takes one of a few. */
export function oneOf(option: string, value: unknown, known: readonly string[]): string {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${option} is ${known.join(' or ')}, not "${String(value)}".`);
  return found;
}
