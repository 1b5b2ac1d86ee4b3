import type { ToolName } from '../../../../tools/locate';
import type { Case } from '../case';
import type { Outcome } from '../outcome';
import { collect, Refused } from './collector';

/** A case whose configuration the collector refuses: a mistake of the generator. */
export interface WrongCase {
  readonly case: Case;
  readonly output: string;
}

/** What the collector makes of the cases, and those that it does not start with. */
export async function collectAll(
  program: ToolName,
  cases: readonly Case[],
): Promise<{ outcomes: Map<Case, Outcome>; wrong: WrongCase[] }> {
  try {
    const outcomes = await collect(program, cases);
    return { outcomes: new Map(cases.map((one, index) => [one, outcomes[index]!])), wrong: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (cases.length === 1) return { outcomes: new Map(), wrong: [{ case: cases[0]!, output: error.message }] };
    const named = new Set([...error.message.matchAll(/\/c(\d+)\./g)].map(([, index]) => Number(index)));
    if (named.size > 0 && named.size < cases.length) {
      const rest = await collectAll(
        program,
        cases.filter((_, index) => !named.has(index)),
      );
      return {
        ...rest,
        wrong: [...rest.wrong, ...[...named].map((index) => ({ case: cases[index]!, output: error.message }))],
      };
    }
    const middle = Math.ceil(cases.length / 2);
    const first = await collectAll(program, cases.slice(0, middle));
    const second = await collectAll(program, cases.slice(middle));
    return { outcomes: new Map([...first.outcomes, ...second.outcomes]), wrong: [...first.wrong, ...second.wrong] };
  }
}
