import { unbalanced } from './differential/conditions';
import { uncovered } from './differential/coverage';
import { type RunResult, run } from './differential/run';
import { shrink } from './differential/shrink';

jest.setTimeout(600_000);

/** So many that everything occurs. */
const CASES = 300;

const signals = ['logs', 'traces', 'metrics'] as const;

async function explained({ disagreements }: RunResult, release: '0.159.0' | '0.131.0'): Promise<string> {
  const [first] = disagreements;
  if (first === undefined) return '';
  const { case: one, differences } = await shrink(first, release);
  const others = disagreements.slice(1).map(({ case: { name } }) => name);
  return [one.name, JSON.stringify({ config: one.config, input: one.input }), ...differences, ...others].join('\n');
}

describe.each(signals)('generated cases of %s', (signal) => {
  let result: RunResult;

  beforeAll(async () => {
    result = await run({ signal, release: '0.159.0', seed: 20261122, cases: CASES });
  });

  test('simulator and collector agree on every one', async () => {
    expect(await explained(result, '0.159.0')).toBe('');
  });

  test('every function, operator, path and kind of value occurs', () => {
    expect(uncovered(result.coverage, 1)).toEqual([]);
  });

  test('conditions match about as often as not, and some raise an error', () => {
    expect(unbalanced(result.conditions)).toEqual([]);
  });

  test('with the older release they agree, too', async () => {
    const older = await run({ signal, release: '0.131.0', seed: 20261122, cases: CASES / 3 });
    expect(await explained(older, '0.131.0')).toBe('');
  });
});
