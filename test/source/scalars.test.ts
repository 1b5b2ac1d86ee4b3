import { keyName } from '../../src/source/key-name';
import { plainValue, type Reader } from '../../src/source/scalars';

const both: readonly Reader[] = ['kubernetes', 'collector'];

/** What both readers make of a scalar. */
function read(text: string) {
  const [kubernetes, collector] = both.map((reader) => plainValue(text, reader).value);
  return kubernetes === collector || (Number.isNaN(kubernetes) && Number.isNaN(collector))
    ? kubernetes
    : { kubernetes, collector };
}

// test/e2e/yaml.test.ts holds this against the readers themselves.
test.each([
  ['on', { kubernetes: true, collector: 'on' }],
  ['N', { kubernetes: false, collector: 'N' }],
  ['yEs', 'yEs'],
  ['True', true],
  ['~', null],
  ['', null],
  ['0644', 420],
  ['0o17', 15],
  ['08', 8],
  ['0x1F', 31],
  ['-0b11', -3],
  ['1_000', 1000],
  ['1e3', 1000],
  ['1.10', 1.1],
  ['.5', 0.5],
  ['5.', 5],
  ['1:30', '1:30'],
  ['1.2.3', '1.2.3'],
  ['1e999', '1e999'],
  ['.inf', Number.POSITIVE_INFINITY],
  ['18446744073709551616', 2 ** 64],
  ['0o-7', { kubernetes: '0o-7', collector: -7 }],
])('%s', (text, value) => {
  expect(read(text)).toEqual(value);
});

test.each([
  ['2024-01-01', true],
  ['2024-1-1', true],
  ['2024-02-30', false],
  ['2024-01-01T10:00:00+02:00', true],
  ['2024-01-01 25:00:00', false],
  ['20240101', false],
])('%s is a date to the collector: %s', (text, isDate) => {
  expect(plainValue(text, 'collector').kind === 'timestamp').toBe(isDate);
  expect(plainValue(text, 'kubernetes').kind).not.toBe('timestamp');
});

test('keys that are no texts have names as Go prints them', () => {
  expect([true, 8080, null, 1.5].map((key) => keyName(key, 'kubernetes'))).toEqual(['true', '8080', 'null', '1.5']);
  expect([685230.15, 1e-7, Number.NaN].map((key) => keyName(key, 'kubernetes'))).toEqual(['685230.1', '1e-07', '.nan']);
  expect([685230.15, Number.POSITIVE_INFINITY].map((key) => keyName(key, 'collector'))).toEqual(['685230.15', '+Inf']);
});
