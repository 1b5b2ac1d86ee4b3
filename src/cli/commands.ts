import type { Command } from './command';
import { completionOf } from './completion';

/** The commands, each loaded when it is called. */
export const commands: Readonly<Record<string, () => Command>> = {
  check: () => (require('./check') as typeof import('./check')).check,
  import: () => (require('./import') as typeof import('./import')).importManifests,
  graph: () => (require('./graph') as typeof import('./graph')).graph,
  simulate: () => (require('./simulate') as typeof import('./simulate')).simulate,
  init: () => (require('./init') as typeof import('./init')).init,
  completion: () => completionOf(commands),
};

/** Commands that are planned, and why they are not there. */
export const planned: Readonly<Record<string, string>> = {
  diff: 'not there yet: what a change does to telemetry cannot be told in its own terms so far.',
};
