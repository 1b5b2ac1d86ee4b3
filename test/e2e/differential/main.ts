/**
 * Sends generated cases through the real collector and through the simulator, and prints where they differ and what was
 * tried: `npm run differential -- --signal logs --cases 10000 --seed 1`.
 */
import { parseArgs } from 'node:util';
import { type Release, releases } from '../../../src/model/release';
import type { CaseSignal } from './case';
import { unbalanced } from './conditions';
import { coverageTable, uncovered } from './coverage';
import { type Disagreement, run } from './run';
import { shrink } from './shrink';

const SIGNALS: readonly CaseSignal[] = ['logs', 'traces', 'metrics'];

/** How often each function, operator, path and kind of value occurs at least, in as many cases. */
const LEAST = { times: 50, cases: 10_000 };

const usage = `usage: npm run differential -- [--signal ${SIGNALS.join('|')}] [--release ${releases.join('|')}] [--cases N] [--seed N] [--from N] [--shrink N]`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      signal: { type: 'string' },
      release: { type: 'string', default: '0.159.0' },
      cases: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      shrink: { type: 'string', default: '3' },
    },
  });
  const release = releases.find((one) => one === values.release);
  const signals = values.signal === undefined ? SIGNALS : SIGNALS.filter((one) => one === values.signal);
  const [cases, seed, from, shrunk] = [values.cases, values.seed, values.from, values.shrink].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (!release || signals.length === 0 || ![cases, seed, from, shrunk].every(Number.isSafeInteger)) {
    console.error(usage);
    return 2;
  }
  let failed = false;
  for (const signal of signals) failed = !(await judged({ signal, release, cases, seed, from }, shrunk)) || failed;
  return failed ? 1 : 0;
}

async function judged(
  options: { signal: CaseSignal; release: Release; cases: number; seed: number; from: number },
  shrunk: number,
): Promise<boolean> {
  const result = await run({
    ...options,
    progress: (done, disagreements) =>
      process.stderr.write(`\r${options.signal}: ${done} cases, ${disagreements} disagreements`),
  });
  process.stderr.write('\n');
  const { disagreements, refused, coverage, conditions, seconds } = result;
  console.log(coverageTable(coverage));
  console.log(
    `conditions ${conditions.evaluated}: ${percent(conditions.matched, conditions.evaluated)} % match, ${percent(conditions.failed, conditions.evaluated)} % raise an error`,
  );
  console.log(
    `${options.signal} ${options.release}: ${options.cases} cases in ${seconds.toFixed(1)} s, ${refused} refused, ${disagreements.length} disagreements`,
  );
  for (const one of disagreements.slice(0, shrunk)) console.log(report(await shrink(one, options.release)));
  for (const { case: one } of disagreements.slice(shrunk)) console.log(`also: ${one.name}`);
  const least = Math.floor((LEAST.times * options.cases) / LEAST.cases);
  const missing = uncovered(coverage, least);
  if (missing.length > 0) console.log(`less than ${least} times:\n${missing.join('\n')}`);
  const skewed = unbalanced(conditions);
  if (skewed.length > 0) console.log(skewed.join('\n'));
  return disagreements.length + missing.length + skewed.length === 0;
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(whole, 1)).toFixed(1);
}

function report({ case: one, differences }: Disagreement): string {
  const { name, config, input, headers } = one;
  return [`--- ${name}`, JSON.stringify({ config, input, headers }, null, 1), ...differences].join('\n');
}

main().then((code) => {
  process.exitCode = code;
});
