import { removeKey } from '../../src/telemetry/remove-key';

test.each([
  { key: 'a', then: 'dbc' },
  { key: 'b', then: 'adc' },
  { key: 'c', then: 'abd' },
  { key: 'd', then: 'abc' },
  { key: 'x', then: 'abcd' },
])('without $key the last entry stands in its place', ({ key, then }) => {
  const map = new Map([...'abcd'].map((name) => [name, name.toUpperCase()]));
  removeKey(map, key);
  expect([...map.keys()].join('')).toBe(then);
  expect([...map.values()].join('')).toBe(then.toUpperCase());
});
