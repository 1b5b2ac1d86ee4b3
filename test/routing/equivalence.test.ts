import { releases } from '../../src/model/release';
import { simulatedDifferences } from '../e2e/differential/rules/run';

const signals = ['logs', 'traces', 'metrics'] as const;

describe.each(releases)('for %s', (release) => {
  test.each(signals)(
    'optimised routes of %s mean what plain ones do',
    (signal) => {
      expect(simulatedDifferences({ signal, release, seed: 7, from: 0, count: 25 })).toEqual([]);
    },
    120_000,
  );
});
