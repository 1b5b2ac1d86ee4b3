import { join } from 'node:path';
import { measureInChild, median, report } from './measure';

const repetitions = 5;

/** 100,000 log records through a route of 20 rules, and the memory for ten times as many that stream. */
export function benchSimulate(): void {
  const once = Array.from({ length: repetitions }, () => measured(100));
  const tenTimes = measured(1000);
  const seconds = median(once.map(({ ms }) => ms.simulate)) / 1000;
  const peakMiB = median(once.map(({ peakMiB: peak }) => peak));
  report({
    bench: 'simulate',
    rules: 20,
    records: 100_000,
    seconds,
    recordsPerSecond: 100_000 / seconds,
    peakMiB,
    peakMiBForTenTimes: tenTimes.peakMiB,
    peakRatio: tenTimes.peakMiB / peakMiB,
  });
}

function measured(batches: number) {
  return measureInChild<'simulate'>(join(__dirname, 'simulate-child.ts'), { batches });
}
