import { Duration, Instant, OttlError, type OttlValue, Unsupported } from '../value';
import { type Converter, converter } from './function';
import { parseDuration } from './time/duration';
import { formatTime, locationOf, timeParser, validateFormat } from './time/strptime';
import { type Clock, clockOf, floorDivide, NANOSECONDS } from './time/zone';

const MICROSECOND = 1_000n;
const MILLISECOND = 1_000_000n;
const MINUTE = 60n * NANOSECONDS;
const HOUR = 60n * MINUTE;

/** How far the year 1, from which Go counts the steps of a time, is before 1970. */
const FROM_YEAR_1 = 62_135_596_800n * NANOSECONDS;

function ofClock(read: (clock: Clock) => number): Converter {
  return converter({
    parameters: { time: 'time' },
    make:
      ({ time }) =>
      (place) =>
        BigInt(read(clockOf(time(place)))),
  });
}

function ofInstant(unit: bigint): Converter {
  return converter({
    parameters: { time: 'time' },
    make:
      ({ time }) =>
      (place) =>
        BigInt.asIntN(64, floorDivide(time(place).nanoseconds, unit)),
  });
}

function ofDuration(read: (nanoseconds: bigint) => OttlValue): Converter {
  return converter({
    parameters: { duration: 'duration' },
    make:
      ({ duration }) =>
      (place) =>
        read(duration(place).nanoseconds),
  });
}

/** Go adds the whole units and the rest as floats. */
const inUnits =
  (unit: bigint) =>
  (nanoseconds: bigint): number =>
    Number(nanoseconds / unit) + Number(nanoseconds % unit) / Number(unit);

function truncate(instant: Instant, step: bigint): Instant {
  if (step <= 0n) return instant;
  const since = instant.nanoseconds + FROM_YEAR_1;
  const rest = since - floorDivide(since, step) * step;
  return new Instant(instant.nanoseconds - rest, instant.zone);
}

/** What is done with times and durations. */
export const times = {
  Day: ofClock((clock) => clock.day),
  Hour: ofClock((clock) => clock.hour),
  Minute: ofClock((clock) => clock.minute),
  Month: ofClock((clock) => clock.month),
  Nanosecond: ofClock((clock) => clock.nanosecond),
  Second: ofClock((clock) => clock.second),
  Weekday: ofClock((clock) => clock.weekday),
  Year: ofClock((clock) => clock.year),
  Hours: ofDuration(inUnits(HOUR)),
  Minutes: ofDuration(inUnits(MINUTE)),
  Seconds: ofDuration(inUnits(NANOSECONDS)),
  Milliseconds: ofDuration((nanoseconds) => nanoseconds / MILLISECOND),
  Microseconds: ofDuration((nanoseconds) => nanoseconds / MICROSECOND),
  Nanoseconds: ofDuration((nanoseconds) => nanoseconds),
  UnixSeconds: ofInstant(NANOSECONDS),
  UnixMilli: ofInstant(MILLISECOND),
  UnixMicro: ofInstant(MICROSECOND),
  UnixNano: ofInstant(1n),
  Duration: converter({
    parameters: { duration: 'string' },
    make:
      ({ duration }) =>
      (place) =>
        new Duration(parseDuration(duration(place))),
  }),
  FormatTime: converter({
    parameters: { time: 'time', format: 'literalString' },
    make: ({ time, format }, { release }) => {
      validateFormat(format, release);
      return (place) => formatTime(time(place), format);
    },
  }),
  Now: converter({
    parameters: {},
    make:
      (_, { now }) =>
      () =>
        new Instant(now()),
  }),
  Time: converter({
    parameters: {
      time: 'string',
      format: 'literalString',
      location: 'literalString?',
      locale: 'literalString?',
    },
    make: ({ time, format, location, locale }, { release, now }) => {
      if (format === '') throw new OttlError('the format of a time is empty');
      const zone = locationOf(location);
      if (locale !== undefined) throw new Unsupported(`times in the language ${locale}`);
      validateFormat(format, release);
      const parse = timeParser(format, zone, release, now);
      return (place) => parse(time(place));
    },
  }),
  TruncateTime: converter({
    parameters: { time: 'time', duration: 'duration' },
    make:
      ({ time, duration }) =>
      (place) => {
        const instant = time(place);
        return truncate(instant, duration(place).nanoseconds);
      },
  }),
  Unix: converter({
    parameters: { seconds: 'int', nanoseconds: 'int?' },
    make:
      ({ seconds, nanoseconds }) =>
      (place) => {
        const whole = seconds(place);
        return new Instant(whole * NANOSECONDS + (nanoseconds?.(place) ?? 0n));
      },
  }),
} satisfies Record<string, Converter>;
