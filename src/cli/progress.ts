import type { Output } from './command';

/** Milliseconds after which a reader wants to know what is going on. */
const patience = 1000;
/** Milliseconds between two changes of the line. */
const pause = 100;

/** One line on a terminal's standard error that says what is being done. */
export interface Progress {
  /** Says what comes next, e.g. `reading 12 of 400 files`. Cheap: call it as often as you like. */
  step(says: string): void;
  /** Wipes the line. */
  end(): void;
}

/**
 * Progress for a command: nothing for the first second, nothing where nobody looks.
 *
 * @param now milliseconds
 */
export function progressOf({ interactive, err }: Output, now: () => number = Date.now): Progress {
  if (interactive !== true) return { step: () => undefined, end: () => undefined };
  const start = now();
  let last: number | undefined;
  return {
    step(says) {
      const time = now();
      if (time - start < patience || (last !== undefined && time - last < pause)) return;
      last = time;
      err(`\r\u001b[2K${says} …`);
    },
    end() {
      if (last !== undefined) err('\r\u001b[2K');
      last = undefined;
    },
  };
}
