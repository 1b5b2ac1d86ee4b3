import { readDuration, writeDuration } from '../../src/model/prometheus-duration';

test.each([
  ['5m', 300_000],
  ['0', 0],
  ['1h30m', 5_400_000],
  ['1y2w3d4h5m6s7ms', 33_019_506_007],
  ['0s', 0],
  ['90m', 5_400_000],
  ['106751d23h47m16s854ms', 9_223_372_036_854],
])('%s are %d milliseconds', (text, milliseconds) => expect(readDuration(text)).toBe(milliseconds));

test.each([
  ['30m1h', 'order'],
  ['5m5m', 'order'],
  ['5M', 'unit'],
  ['1.5h', 'unit'],
  ['.5h', 'unit'],
  ['', 'unit'],
  ['5', 'unit'],
  ['293y', 'range'],
  ['106751d23h47m16s855ms', 'range'],
])('%s is no duration: %s', (text, why) => expect(readDuration(text)).toBe(why));

test.each([
  [5_400_000, '1h30m'],
  [604_800_000, '1w'],
  [691_200_000, '8d'],
  [31_536_000_000, '1y'],
  [1, '1ms'],
  [0, '0s'],
  [-90_000, '-1m30s'],
])('%d milliseconds are written as %s', (milliseconds, text) => {
  expect(writeDuration(milliseconds)).toBe(text);
  if (milliseconds >= 0) expect(readDuration(text)).toBe(milliseconds);
});
