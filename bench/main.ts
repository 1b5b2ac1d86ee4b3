import { benchCheckCommand } from './check-command';
import { benchChecks } from './checks';
import { benchLoad } from './load';
import { benchQuickstart } from './quickstart';
import { benchRouting } from './routing';
import { benchSimulate } from './simulate';
import { benchSynth } from './synth';
import { benchTypes } from './types';

const BENCHES = {
  load: benchLoad,
  types: benchTypes,
  checks: benchChecks,
  'check-command': benchCheckCommand,
  synth: () => benchSynth('raw'),
  'synth-own': () => benchSynth('own'),
  quickstart: benchQuickstart,
  simulate: benchSimulate,
  routing: benchRouting,
} as const;

/** Runs the benches that are named on the command line, or all, and prints one line of JSON for each measurement. */
async function main(names: readonly string[]): Promise<void> {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length === 0 || names.includes(name)) {
      await bench();
    }
  }
}

void main(process.argv.slice(2));
