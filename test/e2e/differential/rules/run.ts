import type { Release } from '../../../../src/model/release';
import type { CaseSignal } from '../case';
import { simulate } from '../driver/simulated';
import { collectAll } from '../driver/start';
import { differences, type Outcome } from '../outcome';
import { judge } from '../run';
import { dropped, pairs, type RoutePair } from './generate';

/** A route that means something else once it is optimised. */
export interface Difference {
  readonly pair: RoutePair;
  readonly differences: readonly string[];
}

export interface PairOptions {
  readonly signal: CaseSignal;
  readonly release: Release;
  readonly seed: number;
  readonly from: number;
  readonly count: number;
}

/** What differs between the optimised and the plain compilation of generated routes, in the simulator. */
export function simulatedDifferences({ signal, release, ...which }: PairOptions): Difference[] {
  return pairs(signal, release, which).flatMap((pair) => {
    const [optimised, plain] = [simulate(pair.optimised, release), simulate(pair.plain, release)];
    return differing(pair, optimised, plain, [...optimised.unsupported, ...plain.unsupported]);
  });
}

/** The same in the real collector, and what differs between it and the simulator. */
export async function realDifferences({ signal, release, ...which }: PairOptions): Promise<Difference[]> {
  const all = pairs(signal, release, which);
  const { outcomes, wrong } = await collectAll(
    `otelcol-${release}`,
    all.flatMap(({ optimised, plain }) => [optimised, plain]),
  );
  const refused = new Map(wrong.map(({ case: one, output }) => [one, output]));
  return all.flatMap((pair) => {
    const [optimised, plain] = [outcomes.get(pair.optimised), outcomes.get(pair.plain)];
    if (optimised && plain) {
      const simulated = judge(pair.optimised, optimised, release);
      return [
        ...differing(pair, optimised, plain, []),
        ...(simulated.length > 0 ? [{ pair, differences: simulated }] : []),
      ];
    }
    return [{ pair, differences: [`does not start: ${refused.get(pair.optimised) ?? refused.get(pair.plain)}`] }];
  });
}

function differing(pair: RoutePair, optimised: Outcome, plain: Outcome, unsupported: readonly string[]): Difference[] {
  // The comparison calls its sides what they are elsewhere.
  const found = differences(kept(pair, optimised), kept(pair, plain)).map((text) =>
    text.replace('in the collector alone', 'optimised alone').replace('in the simulator alone', 'plain alone'),
  );
  const all = [...found, ...unsupported.map((part) => `unsupported: ${part}`)];
  return all.length === 0 ? [] : [{ pair, differences: all }];
}

/** What is dropped at the end of a pipeline may as well be dropped ahead of it, and the points of a metric may travel apart. */
function kept({ plain: { signal } }: RoutePair, { refused, exporters: { [dropped]: _, ...rest } }: Outcome): Outcome {
  return {
    refused,
    exporters: Object.fromEntries(
      Object.entries(rest).map(([id, records]) => [
        id,
        records.flatMap((text) => (signal === 'metrics' ? pointsIn(text) : recordsIn(text))),
      ]),
    ),
  };
}

/** Nothing for what arrived empty: a filter takes a resource without records away, and a table does not. */
function recordsIn(text: string): string[] {
  return 'record' in (JSON.parse(text) as object) ? [text] : [];
}

/** The points of a metric; nothing for one that has none, which a row about points takes away. */
function pointsIn(text: string): string[] {
  const { record = {}, ...around } = JSON.parse(text) as { record?: Record<string, unknown> };
  return Object.entries(record).flatMap(([kind, data]) => {
    const { dataPoints, ...rest } = (data ?? {}) as { dataPoints?: unknown };
    if (!Array.isArray(dataPoints)) return [];
    return dataPoints.map((point) =>
      JSON.stringify({ ...around, record: { ...record, [kind]: { ...rest, dataPoints: [point] } } }),
    );
  });
}
