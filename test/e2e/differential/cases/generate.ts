import * as fc from 'fast-check';
import type { Case, CaseConfig, CaseSignal } from '../case';
import { type Dice, rolled } from '../dice';
import { logs } from '../telemetry/logs';
import { metrics } from '../telemetry/metrics';
import { traces } from '../telemetry/traces';
import { Author } from './author';
import { chains } from './chains';
import { raw } from './raw';
import { routing } from './routing';

const TELEMETRY: Readonly<Record<CaseSignal, (dice: Dice) => object>> = { logs, traces, metrics };

const KINDS: readonly (readonly [number, string, (author: Author) => CaseConfig])[] = [
  [5, 'raw', raw],
  [3, 'routing', routing],
  [3, 'chain', chains],
];

/** The headers of requests. */
function headers(dice: Dice): Record<string, string> {
  return dice.chance(60) ? { 'x-tenant': dice.pick(['acme', 'globex']) } : {};
}

/** The cases from one number to another; the same for the same seed. */
export function generate(
  signal: CaseSignal,
  options: { seed: number; from: number; count: number; old: boolean },
): Case[] {
  const arbitrary = rolled((dice): Omit<Case, 'name'> & { kind: string } => {
    const author = new Author(dice, signal, options.old);
    const [kind, make] = dice.weighted(...KINDS.map(([weight, ...rest]) => [weight, rest] as const));
    const input = TELEMETRY[signal](dice);
    return { kind, signal, input, config: make(author), headers: headers(dice), expressions: author.expressions };
  });
  return Array.from({ length: options.count }, (_, index) => {
    const number = options.from + index;
    const [{ kind, ...rest }] = fc.sample(arbitrary, { seed: options.seed * 1_000_003 + number, numRuns: 1 }) as [
      Omit<Case, 'name'> & { kind: string },
    ];
    return { ...rest, name: `${signal} ${number} (${kind})` };
  });
}
