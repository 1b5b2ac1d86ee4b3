import { defaultRelease, type Release } from '../../model/release';
import type { BooleanExpression } from '../../ottl/ast';
import { differencesOf } from '../../ottl/evaluate/differences';
import { type Formula, formulaOf } from './formula';
import { anyRecord, GivenUp, Search, type State } from './search';
import type { Outcome } from './value';
import { Variables } from './variables';

/** `yes` and `no` are proven. */
export type Answer = 'yes' | 'no' | 'unknown';

export interface ConditionOptions {
  /**
   * The collector's release.
   * @default the newest that this library knows
   */
  readonly release?: Release;
  /**
   * How much work a question may cost, in steps of less than a microsecond, before the answer is `unknown`.
   * @default 200000
   */
  readonly work?: number;
}

/**
 * What can be said of conditions without a record. All paths carry their context (`log.body`), and all conditions are
 * evaluated on the same record and what contains it. That a condition holds means that it is true and no error.
 */
export class Conditions {
  private readonly variables = new Variables();
  private readonly formulas = new Map<BooleanExpression, Formula>();
  private readonly folds: boolean;
  private readonly work: number;

  /** Questions can be asked about these. */
  constructor(trees: Iterable<BooleanExpression>, { release = defaultRelease, work = 200_000 }: ConditionOptions = {}) {
    this.folds = differencesOf(release).foldsLiterals;
    this.work = work;
    for (const tree of trees) this.formulas.set(tree, formulaOf(tree, this.variables));
  }

  /** Whether there is a record for which it holds. */
  satisfiable(tree: BooleanExpression): Answer {
    return this.exists((search, found) => search.condition(this.formula(tree), anyRecord, when(is('true'), found)));
  }

  /** Whether it holds for every record. */
  always(tree: BooleanExpression): Answer {
    return this.coveredBy({ kind: 'constant', value: true }, [tree]);
  }

  /** Whether it is an error for some record. */
  mayFail(tree: BooleanExpression): Answer {
    return this.exists((search, found) => search.condition(this.formula(tree), anyRecord, when(is('error'), found)));
  }

  /** Whether `b` holds for every record for which `a` does. */
  implies(a: BooleanExpression, b: BooleanExpression): Answer {
    return this.coveredBy(a, [b]);
  }

  /** Whether there is no record for which both hold. */
  disjoint(a: BooleanExpression, b: BooleanExpression): Answer {
    return negated(this.both(a, 'true', b));
  }

  /** Whether they hold for the same records. An error is as good as false here. */
  equivalent(a: BooleanExpression, b: BooleanExpression): Answer {
    const [one, other] = [this.implies(a, b), this.implies(b, a)];
    if (one === 'no' || other === 'no') return 'no';
    return one === 'yes' && other === 'yes' ? 'yes' : 'unknown';
  }

  /** Whether `a or b` holds for the same records as the two apart: not where `a` is an error and `b` holds. */
  joinable(a: BooleanExpression, b: BooleanExpression): Answer {
    return negated(this.both(a, 'error', b));
  }

  /** Whether one of the others holds for every record for which this one does. */
  coveredBy(tree: BooleanExpression, others: readonly BooleanExpression[]): Answer {
    return negated(
      this.exists((search, found) => {
        const left = (from: number, state: State): void => {
          let here = state;
          for (const [i, other] of others.slice(from).entries()) {
            const further: State[] = [];
            search.condition(
              this.formula(other),
              here,
              when(isNot('true'), (rest) => further.push(rest)),
            );
            const last = further.pop();
            for (const rest of further) left(from + i + 1, rest);
            if (last === undefined) return;
            here = last;
          }
          found(here);
        };
        search.condition(
          this.formula(tree),
          anyRecord,
          when(is('true'), (state) => left(0, state)),
        );
      }),
    );
  }

  private both(a: BooleanExpression, outcome: Outcome, b: BooleanExpression): Answer {
    return this.exists((search, found) =>
      search.condition(
        this.formula(a),
        anyRecord,
        when(is(outcome), (state) => search.condition(this.formula(b), state, when(is('true'), found))),
      ),
    );
  }

  private formula(tree: BooleanExpression): Formula {
    const formula = this.formulas.get(tree) ?? (tree.kind === 'constant' ? tree : undefined);
    if (formula === undefined) throw new Error('The condition is none of those that these questions are about.');
    return formula;
  }

  /** Whether a search finds a record. */
  private exists(run: (search: Search, found: (state: State) => void) => void): Answer {
    const search = new Search(this.variables, this.folds, this.work);
    let perhaps = false;
    try {
      run(search, (state) => {
        if (search.isCertain(state)) throw new Found();
        perhaps = true;
      });
    } catch (stop) {
      if (stop instanceof Found) return 'yes';
      if (stop instanceof GivenUp) return 'unknown';
      throw stop;
    }
    return perhaps ? 'unknown' : 'no';
  }
}

class Found extends Error {}

function is(wanted: Outcome): (outcome: Outcome) => boolean {
  return (outcome) => outcome === wanted;
}

function isNot(unwanted: Outcome): (outcome: Outcome) => boolean {
  return (outcome) => outcome !== unwanted;
}

function when(
  matches: (outcome: Outcome) => boolean,
  then: (state: State) => void,
): (outcome: Outcome, state: State) => void {
  return (outcome, state) => {
    if (matches(outcome)) then(state);
  };
}

function negated(answer: Answer): Answer {
  if (answer === 'unknown') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}
