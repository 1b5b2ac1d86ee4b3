import { Duration, Size } from 'cdk8s';
import { env, secret, text } from '../../src/index';
import {
  formatDuration,
  formatSize,
  isDuration,
  isSize,
  partsToConfig,
  prometheusDuration,
} from '../../src/model/value';

test('a secret is an environment variable named after it', () => {
  expect(partsToConfig(secret('vendor-eu', 'api.token').parts())).toBe('${env:VENDOR_EU_API_TOKEN}');
  expect(partsToConfig(secret('0vendor', 'token').parts())).toBe('${env:_0VENDOR_TOKEN}');
  expect(partsToConfig(secret('vendor', 'token', { env: 'MINE' }).parts())).toBe('${env:MINE}');
});

test('text keeps a dollar sign a dollar sign, and references references', () => {
  expect(partsToConfig(text`a$b${env('X')}${'$'}${text`(${env('Y')})`}${1}`.parts())).toBe('a$$b${env:X}$$(${env:Y})1');
});

test.each([
  ['env', env('X')],
  ['secret', secret('a', 'b')],
  ['text', text`a`],
])('%s inside an ordinary string throws', (_, ref) => {
  expect(() => `${ref}`).toThrow('was turned into a string');
  expect(() => JSON.stringify({ ref })).toThrow('was turned into a string');
});

test('a name that no environment variable can have is refused', () => {
  expect(() => env('1X')).toThrow('"1X" is no name of an environment variable');
});

test('durations are written as Go and Prometheus read them', () => {
  expect(formatDuration(Duration.seconds(90))).toBe('1m30s');
  expect(formatDuration(Duration.millis(200))).toBe('200ms');
  expect(formatDuration(Duration.days(1))).toBe('24h');
  expect(formatDuration(Duration.seconds(0))).toBe('0s');
  expect(prometheusDuration('1h30m')).toBe('1h30m');
});

test('sizes are written as the collector reads them', () => {
  expect(formatSize(Size.mebibytes(16))).toBe('16MiB');
  expect(formatSize(Size.kibibytes(1536))).toBe('1536KiB');
  expect(formatSize(Size.gibibytes(2))).toBe('2GiB');
  expect(formatSize(Size.tebibytes(1024))).toBe('1024TiB');
  expect(formatSize(Size.kibibytes(0))).toBe('0KiB');
  expect(isSize(Size.mebibytes(1)) && !isSize(Duration.seconds(1)) && !isDuration(Size.mebibytes(1))).toBe(true);
});

test.each(['', '1.5h', '5', '1 m', '-1m'])('"%s" is no duration of Prometheus', (duration) => {
  expect(() => prometheusDuration(duration)).toThrow(`"${duration}" is no duration of Prometheus`);
});

test('more than 292 years are longer than Prometheus can count', () => {
  for (const duration of ['293y', Duration.days(110_000)]) {
    expect(() => prometheusDuration(duration)).toThrow(
      'is longer than Prometheus can count. Write less than 292 years.',
    );
  }
});
