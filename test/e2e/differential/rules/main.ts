/**
 * Compares the optimised with the plain compilation of generated routes: `npm run equivalence -- --cases 20000 --seed 1`,
 * in the simulator, or in the real collector with `--real`.
 */
import { parseArgs } from 'node:util';
import { releases } from '../../../../src/model/release';
import type { CaseSignal } from '../case';
import { type Difference, realDifferences, simulatedDifferences } from './run';

const signals: readonly CaseSignal[] = ['logs', 'traces', 'metrics'];
const batch = 100;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      real: { type: 'boolean', default: false },
    },
  });
  const [cases, seed] = [Number(values.cases), Number(values.seed)];
  const found: Difference[] = [];
  let done = 0;
  for (; done < cases; done += batch) {
    const round = done / batch;
    const signal = signals[round % signals.length]!;
    // The older release has no copies, and so another compilation.
    const release = releases[Math.floor(round / signals.length) % releases.length]!;
    const options = { signal, release, seed, from: done, count: Math.min(batch, cases - done) };
    found.push(...(values.real ? await realDifferences(options) : simulatedDifferences(options)));
    process.stderr.write(`\r${done + options.count} routes, ${found.length} differences`);
  }
  process.stderr.write('\n');
  console.log(`${cases} routes, ${found.length} differ${values.real ? ' in the real collector' : ''}`);
  for (const { pair, differences } of found.slice(0, 3)) {
    console.log(JSON.stringify({ ...pair.optimised, plain: pair.plain.config }, undefined, 1), differences.join('\n'));
  }
  return found.length === 0 ? 0 : 1;
}

main().then((code) => {
  process.exitCode = code;
});
