import type { Command } from './command';
import { completionOf } from './completion';

/** The commands, each loaded when it is called. */
export const commands: Readonly<Record<string, () => Command>> = {
  check: () => (require('./check') as typeof import('./check')).check,
  simulate: () => (require('./simulate') as typeof import('./simulate')).simulate,
  completion: () => completionOf(commands),
};

/** Commands that are planned, and why they are not there. */
export const planned: Readonly<Record<string, string>> = {
  diff: 'not there yet: what a change does to telemetry cannot be told in its own terms so far.',
};
