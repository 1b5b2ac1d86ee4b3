import { releases } from '../../src/model/release';
import { realDifferences } from './differential/rules/run';

const signals = ['logs', 'traces', 'metrics'] as const;

describe.each(releases)('the collector of %s', (release) => {
  test.each(signals)(
    'sends %s through optimised routes where plain ones send them',
    async (signal) => {
      expect(await realDifferences({ signal, release, seed: 3, from: 0, count: 35 })).toEqual([]);
    },
    180_000,
  );
});
