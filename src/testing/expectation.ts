import { isComponent } from '../catalog/component';
import type { Routed } from './routed';
import { type Expectable, type ExpectationArguments, undecided, verdicts } from './verdict';

/** What is expected of a sample: `toReach('vendor')`, `toBeDroppedBy('debug-noise')` … Each throws where it is not so. */
export type Expectations = {
  readonly [E in Expectable]: (...expected: ExpectationArguments<E>) => Expectation;
};

/** Expectations of one sample, one behind the other, and the opposite of each. */
export interface Expectation extends Expectations {
  readonly not: Expectations;
  /** What became of the sample. */
  readonly routed: Routed;
}

/** Makes the expectations of a sample. */
export function expectationOf(routed: Routed): Expectation {
  const expectation: Expectation = {
    ...expectations(routed, true, () => expectation),
    not: expectations(routed, false, () => expectation),
    routed,
  };
  return expectation;
}

function expectations(routed: Routed, wanted: boolean, again: () => Expectation): Expectations {
  const entries = (Object.keys(verdicts) as Expectable[]).map((name) => {
    const check = (...expected: readonly unknown[]) => {
      const failure = failureOf(routed, name, expected, wanted);
      if (failure !== undefined) throw unmet(failure, check);
      return again();
    };
    return [name, check];
  });
  return Object.fromEntries(entries) as Expectations;
}

/** The error of an expectation that is not met; its stack begins where `called` was called. */
export function unmet(message: string, called: (...given: never[]) => unknown): Error {
  const error = new Error(message);
  Error.captureStackTrace(error, called);
  return error;
}

/** Why an expectation is not met; `undefined` where it is. What cannot be decided meets neither it nor its opposite. */
export function failureOf(
  routed: Routed,
  name: Expectable,
  expected: readonly unknown[],
  wanted: boolean,
): string | undefined {
  const said = `Expected ${routed.description} ${wanted ? '' : 'not '}${wordsOf(name)}${expected.map(shown).join(',')}`;
  const doubt = undecided(routed);
  if (doubt !== undefined) return `${said}, but ${doubt}.`;
  const verdict = (
    verdicts[name] as (routed: Routed, ...expected: readonly unknown[]) => { holds: boolean; fact: string }
  ).call(verdicts, routed, ...expected);
  return verdict.holds === wanted ? undefined : `${said}, but it ${verdict.fact}.`;
}

function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(value: unknown): string {
  return ` "${isComponent(value) ? value.id : String(value)}"`;
}
