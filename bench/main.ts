import { benchChecks } from './checks';
import { benchLoad } from './load';
import { benchQuickstart } from './quickstart';
import { benchSynth } from './synth';
import { benchTypes } from './types';

const BENCHES = {
  load: benchLoad,
  types: benchTypes,
  checks: benchChecks,
  synth: () => benchSynth('raw'),
  'synth-own': () => benchSynth('own'),
  quickstart: benchQuickstart,
} as const;

/** Runs the benches that are named on the command line, or all, and prints one line of JSON for each measurement. */
function main(names: readonly string[]): void {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length === 0 || names.includes(name)) {
      bench();
    }
  }
}

main(process.argv.slice(2));
