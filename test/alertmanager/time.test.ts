import { routeTree } from '../../src/alertmanager/route-tree';
import { isMuted } from '../../src/alertmanager/time';
import type { ConfigMap } from '../../src/model/config';

/** Whether a route that is muted in an interval is so at a time. */
function muted(interval: ConfigMap, time: string, field = 'mute_time_intervals'): boolean {
  const config: ConfigMap = {
    route: { receiver: 'a', routes: [{ [field]: ['x'] }] },
    receivers: [{ name: 'a' }],
    time_intervals: [{ name: 'x', time_intervals: [interval] }],
  };
  return isMuted(config, routeTree(config).routes[0]!, new Date(time));
}

// test/e2e/alertmanager.test.ts compares with Alertmanager itself.
test.each([
  [{ times: [{ start_time: '22:00', end_time: '24:00' }] }, '2026-11-20T22:00:00Z', true],
  [{ times: [{ start_time: '22:00', end_time: '24:00' }] }, '2026-11-21T00:00:00Z', false],
  [{ weekdays: ['monday:friday'] }, '2026-11-22T12:00:00Z', false],
  [{ weekdays: ['sunday'], location: 'Asia/Tokyo' }, '2026-11-21T15:00:00Z', true],
  [{ days_of_month: ['-1'] }, '2028-02-29T12:00:00Z', true],
  [{ days_of_month: ['30:31'] }, '2026-02-28T12:00:00Z', false],
  [{ months: ['november', '1:2'], years: ['2026'] }, '2026-11-22T12:00:00Z', true],
  [{}, '2026-11-22T12:00:00Z', true],
])('%j at %s', (interval, time, expected) => {
  expect(muted(interval as ConfigMap, time)).toBe(expected);
  expect(muted(interval as ConfigMap, time, 'active_time_intervals')).toBe(!expected);
});
