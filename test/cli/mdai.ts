import type { Output } from '../../src/cli/command';
import { run } from '../../src/cli/run';

/** What a call of `mdai` printed, and its exit code. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls `mdai`. */
export function mdai(...argv: readonly string[]): Promise<Printed> {
  return mdaiOn({}, ...argv);
}

/** Calls `mdai` on what may be a terminal. */
export async function mdaiOn(terminal: Omit<Output, 'out' | 'err'>, ...argv: readonly string[]): Promise<Printed> {
  const printed = { out: '', err: '' };
  const code = await run(argv, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    ...terminal,
  });
  return { code, ...printed };
}
