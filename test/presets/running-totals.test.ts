import { presets } from '../../src/index';

test('increments get the present time, and are added up', () => {
  expect(presets.runningTotals().map(({ id }) => id)).toEqual(['transform/running_totals', 'delta_to_cumulative']);
  expect(presets.runningTotals({ name: 'orders' }).map(({ id }) => id)).toEqual([
    'transform/orders',
    'delta_to_cumulative/orders',
  ]);
});
