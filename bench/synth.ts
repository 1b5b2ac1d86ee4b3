import { join } from 'node:path';
import type { CONSTRUCTS, Size } from './constructs';
import { measureInChild, report } from './measure';

export type Subject = 'stock' | 'mdai' | 'floor';

/** What the process of one measurement is told. */
export interface SynthTask extends Size {
  readonly constructs: keyof typeof CONSTRUCTS;
  readonly subjects: readonly Subject[];
  readonly repetitions: number;
}

const REPETITIONS = 9;
const SLOW_MS = 3000;
const SIZES: readonly Size[] = [
  { charts: 100, objectsPerChart: 3 },
  { charts: 400, objectsPerChart: 3 },
  { charts: 1600, objectsPerChart: 3 },
  { charts: 1, objectsPerChart: 4800 },
];

/**
 * Synthesizes the same constructs with the stock App and with MdaiApp, into an empty folder; beside them the floor, which
 * is to resolve every object and give it to js-yaml's `dump`, without an order, checks or files. Then how the times grow.
 */
export function benchSynth(constructs: SynthTask['constructs']): void {
  const times = SIZES.map((size) => ({ size, ...benchSize(constructs, size) }));
  const [small, large] = [400, 1600].map((charts) => times.find(({ size }) => size.charts === charts));
  if (small && large) {
    report({
      bench: 'synth-growth',
      constructs,
      fromCharts: small.size.charts,
      toCharts: large.size.charts,
      stock: large.stock / small.stock,
      mdai: large.mdai / small.mdai,
      floor: large.floor / small.floor,
    });
  }
}

function benchSize(constructs: SynthTask['constructs'], size: Size) {
  const measure = (repetitions: number, ...subjects: Subject[]) => {
    const task: SynthTask = { ...size, constructs, subjects, repetitions };
    return measureInChild<Subject>(join(__dirname, 'synth-child.ts'), task);
  };
  // Memory is that of one synthesis, as in a user's program; repetitions would add garbage.
  const [stockOnce, mdaiOnce] = [measure(1, 'stock'), measure(1, 'mdai')];
  const { mdai, floor } = measure(REPETITIONS, 'mdai', 'floor').ms;
  const { stock } = stockOnce.ms.stock > SLOW_MS ? stockOnce.ms : measure(REPETITIONS, 'stock').ms;
  report({
    bench: 'synth',
    constructs,
    charts: size.charts,
    objects: size.charts * size.objectsPerChart,
    stockMs: stock,
    mdaiMs: mdai,
    floorMs: floor,
    stockOverMdai: stock / mdai,
    mdaiOverFloor: mdai / floor,
    stockFirstMs: stockOnce.ms.stock,
    mdaiFirstMs: mdaiOnce.ms.mdai,
    stockPeakMiB: stockOnce.peakMiB,
    mdaiPeakMiB: mdaiOnce.peakMiB,
  });
  return { stock, mdai, floor };
}
