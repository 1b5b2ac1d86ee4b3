import { fold, givenIn } from './fold';
import type { Formula } from './formula';
import type { Outcome } from './value';
import type { Variables } from './variables';

/** What is left possible of a record. */
export interface State {
  /** The representatives that a variable may still have; all of them, where it is absent. */
  readonly values: ReadonlyMap<number, readonly number[]>;
  /** What was assumed of questions that have no known answer. */
  readonly assumed: ReadonlyMap<string, Outcome>;
}

export const anyRecord: State = { values: new Map(), assumed: new Map() };

/** Where a search takes too long. */
export class GivenUp extends Error {}

type Then = (outcome: Outcome, state: State) => void;

/**
 * Follows the evaluation of conditions over all records at once: from left to right, no further than the collector
 * reads, and with the records split wherever a question has several answers.
 */
export class Search {
  constructor(
    private readonly variables: Variables,
    /** Whether constants are worked in when a condition is read. */
    private readonly folds: boolean,
    /** How much work is left. */
    private work: number,
  ) {}

  /** Calls `then` with each outcome that some record may have. Throws `GivenUp`. */
  condition(formula: Formula, state: State, then: Then): void {
    if (this.folds) {
      this.given(givenIn(formula), state, (settled) => {
        const folded = fold(formula, (key) => settled.assumed.get(key) === 'true');
        this.formula(folded, settled, then);
      });
    } else this.formula(formula, state, then);
  }

  private given(keys: readonly string[], state: State, then: (state: State) => void): void {
    const [key, ...others] = keys;
    if (key === undefined) then(state);
    else this.assume(key, false, state, (_, settled) => this.given(others, settled, then));
  }

  private formula(formula: Formula, state: State, then: Then): void {
    switch (formula.kind) {
      case 'constant':
        then(formula.value ? 'true' : 'false', state);
        break;
      case 'not':
        this.formula(formula.of, state, (outcome, after) => then(opposite[outcome], after));
        break;
      case 'and':
      case 'or':
        this.terms(formula.terms, 0, formula.kind === 'or' ? 'false' : 'true', state, then);
        break;
      case 'given':
        this.assume(formula.key, false, state, then);
        break;
      case 'unknown':
        this.assume(formula.key, formula.fails, state, then);
        break;
      case 'test':
        this.test(formula.variable, formula.test, state, then);
        break;
    }
  }

  private terms(terms: readonly Formula[], from: number, open: Outcome, state: State, then: Then): void {
    let here = state;
    for (const [i, term] of terms.slice(from).entries()) {
      const further: State[] = [];
      this.formula(term, here, (outcome, after) => {
        if (outcome === open) further.push(after);
        else then(outcome, after);
      });
      const last = further.pop();
      for (const other of further) this.terms(terms, from + i + 1, open, other, then);
      if (last === undefined) return;
      here = last;
    }
    then(open, here);
  }

  /** Tries each outcome of what has no known one; the same again where it was tried, unless it changes each time. */
  private assume(key: string | undefined, fails: boolean, state: State, then: Then): void {
    const before = key === undefined ? undefined : state.assumed.get(key);
    for (const outcome of before ? [before] : fails ? withError : withoutError) {
      this.spend(1);
      then(outcome, { ...state, assumed: new Map(state.assumed).set(key ?? '', outcome) });
    }
  }

  private test(variable: number, test: number, state: State, then: Then): void {
    const { representatives } = this.variables.at(variable);
    const outcomes = this.variables.at(variable).outcomesOf(test);
    const possible = state.values.get(variable) ?? representatives.map((_, i) => i);
    this.spend(possible.length);
    const groups = { true: [] as number[], false: [] as number[], error: [] as number[], free: [] as number[] };
    for (const i of possible) groups[outcomes[i] as keyof typeof groups].push(i);
    for (const outcome of ['true', 'false', 'error', 'free'] as const) {
      const group = groups[outcome];
      if (group.length === 0) continue;
      const narrowed =
        group.length === possible.length && state.values.has(variable)
          ? state
          : { ...state, values: new Map(state.values).set(variable, group) };
      if (outcome === 'free') this.assume(`${variable} ${test}`, false, narrowed, then);
      else then(outcome, narrowed);
    }
  }

  private spend(work: number): void {
    this.work -= work;
    if (this.work < 0) throw new GivenUp();
  }

  /** Whether there is such a record for sure. */
  isCertain({ values, assumed }: State): boolean {
    if (assumed.size > 0) return false;
    return [...values].every(
      ([variable, possible]) =>
        this.variables.isFree(variable) &&
        possible.some((i) => this.variables.at(variable).representatives[i]?.certain),
    );
  }
}

const withoutError = ['true', 'false'] as const;
const withError = ['true', 'false', 'error'] as const;

const opposite: Readonly<Record<Outcome, Outcome>> = { true: 'false', false: 'true', error: 'error' };
