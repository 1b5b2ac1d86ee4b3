import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../../../src/ottl/evaluate/functions/time/duration';
import { formatTime, timeParser } from '../../../../src/ottl/evaluate/functions/time/strptime';
import { Instant } from '../../../../src/ottl/evaluate/value';
import { evaluated } from './run';

const texts = fc.string({ unit: 'binary' });

test('a duration that is written is read again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }), (nanoseconds) => {
      expect(parseDuration(formatDuration(nanoseconds))).toBe(nanoseconds);
    }),
  );
});

test('a time that is written with all its parts is read again', () => {
  const format = '%Y-%m-%dT%H:%M:%S.%s%z';
  const parse = timeParser(format, 'UTC', '0.159.0', () => 0n);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 19n), max: 2n * 10n ** 20n }), (nanoseconds) => {
      expect(parse(formatTime(new Instant(nanoseconds), format)).nanoseconds).toBe(nanoseconds);
    }),
  );
});

test('Base64 gives the text back', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const encoded = evaluated('Base64Encode(log.attributes["x"])', { x: text });
      expect(evaluated('Base64Decode(log.attributes["x"])', { x: encoded.value ?? null })).toStrictEqual({
        value: text,
      });
    }),
  );
});

test('what was split is joined again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parts = evaluated('Split(log.attributes["x"], ",")', { x: text }).value;
      expect(Array.isArray(parts) && parts.join(',')).toBe(text);
    }),
  );
});
