import * as fc from 'fast-check';
import { type Answer, Conditions } from '../../../src/analysis/conditions/conditions';
import type { Release } from '../../../src/model/release';
import type { BooleanExpression } from '../../../src/ottl/ast';
import { compileCondition } from '../../../src/ottl/evaluate/compile';
import type { Place } from '../../../src/ottl/evaluate/place';
import { OttlError } from '../../../src/ottl/evaluate/value';
import { parseCondition } from '../../../src/ottl/parser';
import { condition, record } from './generator';
import { witnesses } from './witnesses';

// What is said of conditions without a record is held against what the evaluator does with many.

const pool = fc.sample(record, { numRuns: 300, seed: 7 });

function parsed(text: string, release: Release): BooleanExpression {
  const { tree, errors } = parseCondition(text, { release });
  if (tree === undefined) throw new Error(`${text}: ${errors[0].message}`);
  return tree;
}

type Result = 'true' | 'false' | 'error';

function results(tree: BooleanExpression, release: Release, records: readonly Place[]): Result[] {
  const run = compileCondition(tree, { context: 'log', release, environment: () => 'x' });
  return records.map((one) => {
    try {
      return run(one) ? 'true' : 'false';
    } catch (error) {
      if (error instanceof OttlError) return 'error';
      throw error;
    }
  });
}

/** How often each answer was given, by question. */
const answers = new Map<string, number>();

/** Records that any answer can be held against, and whether what is claimed to exist has to be among them. */
function recordsFor(trees: readonly BooleanExpression[]): { records: readonly Place[]; complete: boolean } {
  const made = witnesses(trees);
  return { records: made ? [...pool, ...made] : pool, complete: made !== undefined };
}

/** There is none where the answer is no, and one where it is yes. */
function holds(question: string, answer: Answer, found: boolean, complete: boolean): void {
  const key = `${question}: ${answer}`;
  answers.set(key, (answers.get(key) ?? 0) + 1);
  if (answer === 'no' || (answer === 'yes' && complete)) expect(key).toBe(`${question}: ${found ? 'yes' : 'no'}`);
}

function opposite(answer: Answer): Answer {
  if (answer === 'unknown') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}

describe.each(['0.159.0', '0.131.0'] as const)('no answer about conditions in %s is refuted by a record', (release) => {
  test('of one condition', () => {
    fc.assert(
      fc.property(condition, (text) => {
        const tree = parsed(text, release);
        const about = new Conditions([tree], { release });
        const { records, complete } = recordsFor([tree]);
        const all = results(tree, release, records);
        holds('holds for some', about.satisfiable(tree), all.includes('true'), complete);
        holds('fails for some', about.mayFail(tree), all.includes('error'), complete);
        holds(
          'does not hold for some',
          opposite(about.always(tree)),
          all.some((one) => one !== 'true'),
          complete,
        );
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  test('of two', () => {
    fc.assert(
      fc.property(condition, condition, (text, other) => {
        const [a, b] = [parsed(text, release), parsed(other, release)];
        const about = new Conditions([a, b], { release });
        const { records, complete } = recordsFor([a, b]);
        const [one, two] = [results(a, release, records), results(b, release, records)];
        const check = (question: string, answer: Answer, test: (a: Result, b: Result) => boolean) => {
          const found = one.some((result, i) => test(result, two[i] as Result));
          holds(question, opposite(answer), found, complete);
        };
        const apart = (x: Result, y: Result) => x === 'true' && y !== 'true';
        check('both hold for some', about.disjoint(a, b), (x, y) => x === 'true' && y === 'true');
        check('only the first holds for some', about.implies(a, b), apart);
        check('they differ for some', about.equivalent(a, b), (x, y) => apart(x, y) || apart(y, x));
        check('the first keeps the second from some', about.joinable(a, b), (x, y) => x === 'error' && y === 'true');
      }),
      { numRuns: 250, seed: 2 },
    );
  });

  test('of one behind others', () => {
    fc.assert(
      fc.property(condition, fc.array(condition, { minLength: 1, maxLength: 4 }), (text, before) => {
        const tree = parsed(text, release);
        const others = before.map((one) => parsed(one, release));
        const about = new Conditions([tree, ...others], { release });
        const { records, complete } = recordsFor([tree, ...others]);
        const own = results(tree, release, records);
        const taken = others.map((other) => results(other, release, records));
        const reached = own.some((result, i) => result === 'true' && taken.every((one) => one[i] !== 'true'));
        holds('reached by some', opposite(about.coveredBy(tree, others)), reached, complete);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

test('each question is answered both ways, and often', () => {
  const questions = new Set([...answers.keys()].map((key) => key.slice(0, key.indexOf(':'))));
  const counts = [...questions].flatMap((question) =>
    ['yes', 'no'].map((answer) => ({ question, answer, times: answers.get(`${question}: ${answer}`) ?? 0 })),
  );
  expect(counts).toHaveLength(16);
  expect(counts.filter(({ times }) => times < 10)).toEqual([]);
});
