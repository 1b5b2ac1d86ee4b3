import type { Release } from '../../../src/model/release';
import type { Case, CaseSignal } from './case';
import { generate } from './cases/generate';
import { type ConditionCounts, countConditions } from './conditions';
import { type Coverage, cover, emptyCoverage } from './coverage';
import { simulate } from './driver/simulated';
import { collectAll } from './driver/start';
import { differences, type Outcome } from './outcome';

/** How many cases one collector runs. */
const BATCH = 250;

export interface RunOptions {
  readonly signal: CaseSignal;
  readonly release: Release;
  readonly seed: number;
  /** The number of the first case. @default 0 */
  readonly from?: number;
  readonly cases: number;
  /** Called after each collector's end. */
  readonly progress?: (done: number, disagreements: number) => void;
}

/** A case in which simulator and collector do not agree. */
export interface Disagreement {
  readonly case: Case;
  /** What differs, in words. */
  readonly differences: readonly string[];
}

export interface RunResult {
  readonly cases: number;
  readonly disagreements: readonly Disagreement[];
  /** Cases whose requests the collector refused, as the generator wants some. */
  readonly refused: number;
  readonly coverage: Coverage;
  readonly conditions: ConditionCounts;
  readonly seconds: number;
}

/** Sends generated cases through the real collector and through the simulator. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { signal, release, seed, from = 0, cases } = options;
  const old = release === '0.131.0';
  const coverage = emptyCoverage(signal, old);
  const conditions: ConditionCounts = { evaluated: 0, matched: 0, failed: 0 };
  const disagreements: Disagreement[] = [];
  const started = Date.now();
  let refused = 0;
  const collected = (done: number) => {
    const batch = generate(signal, { seed, from: from + done, count: Math.min(BATCH, cases - done), old });
    return collectAll(`otelcol-${release}`, batch);
  };
  let next = collected(0);
  for (let done = 0; done < cases; done += BATCH) {
    const { outcomes, wrong } = await next;
    // The next collector starts while these are simulated.
    if (done + BATCH < cases) next = collected(done + BATCH);
    for (const { case: one, output } of wrong) {
      disagreements.push({ case: one, differences: [`the collector does not start: ${output}`] });
    }
    for (const [one, real] of outcomes) {
      cover(coverage, one);
      if (real.refused) refused++;
      const found = judge(one, real, release);
      if (found.length > 0) disagreements.push({ case: one, differences: found });
      else countConditions(conditions, one, release);
    }
    options.progress?.(Math.min(done + BATCH, cases), disagreements.length);
  }
  return { cases, disagreements, refused, coverage, conditions, seconds: (Date.now() - started) / 1000 };
}

/** In what the simulator differs from the collector's outcome; what it does not know counts. */
export function judge(one: Case, real: Outcome, release: Release): string[] {
  try {
    const simulated = simulate(one, release);
    return [...simulated.unsupported.map((part) => `unsupported: ${part}`), ...differences(real, simulated)];
  } catch (error) {
    return [`the simulator fails: ${error instanceof Error ? error.stack : error}`];
  }
}
