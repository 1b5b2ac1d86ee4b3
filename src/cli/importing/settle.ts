import type { Choice } from '../../convert/typescript/choice';
import type { Plan } from '../../convert/typescript/plan';
import { type Program, writeProgram } from '../../convert/typescript/program';
import type { Difference } from '../../convert/typescript/wanted';
import type { Release } from '../../model/release';
import { Judge } from './judge';

/** A program that was run, and how what it makes differs from what is wanted. */
export interface Settled {
  readonly program: Program;
  readonly differences: readonly Difference[];
}

/**
 * Finds the program that a person would like best among those that make what is wanted: each object begins in its best
 * form, and takes the next one where the program refuses that form or makes something else. No object goes back, so it
 * ends; the last form says any object.
 */
export function settle(plan: Plan, release: Release, step: (says: string) => void = () => undefined): Settled {
  const choices = new Map<string, Choice>();
  for (let round = 1; ; round++) {
    step(`trying the program, round ${round}`);
    const program = writeProgram(plan, choices, release);
    const { next, differences } = new Judge(plan, program, choices, release).verdict();
    if (next.size === 0) return { program, differences };
    for (const [id, choice] of next) choices.set(id, choice);
  }
}
