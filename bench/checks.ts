import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureInChild, median, report } from './measure';

const REPETITIONS = 5;
const SIZES = [1, 125, 500, 2000] as const;

/** Every check over collectors of 15 components, in a fresh process each time; then how the time grows. */
export function benchChecks(): void {
  if (!existsSync(join(__dirname, '../lib/src/checks/check.js'))) {
    report({ bench: 'checks', skipped: 'lib is not there: run `npm run build`' });
    return;
  }
  const times = SIZES.map((collectors) => {
    const measure = () => measureInChild<'checks'>(join(__dirname, 'checks-child.ts'), { collectors });
    const measured = Array.from({ length: REPETITIONS }, measure);
    const ms = median(measured.map((one) => one.ms.checks));
    const peakMiB = median(measured.map((one) => one.peakMiB));
    report({ bench: 'checks', collectors, components: collectors * 15, ms, msPerCollector: ms / collectors, peakMiB });
    return ms;
  });
  const [one = 0, , small = 0, large = 0] = times;
  // What is read and compiled once is no part of the growth.
  report({ bench: 'checks-growth', fromCollectors: 500, toCollectors: 2000, growth: (large - one) / (small - one) });
}
