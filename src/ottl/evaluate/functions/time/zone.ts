import { type Instant, Unsupported, type Zone } from '../../value';

export const NANOSECONDS = 1_000_000_000n;

/** What a `Date` can hold, with room for every offset. */
const MAX_SECONDS = 8_639_999_000_000n;

/** The date and the time of day that a clock shows. */
export interface Clock {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** Sunday is 0. */
  readonly weekday: number;
  /** In seconds, east of UTC. */
  readonly offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(location: string): Intl.DateTimeFormat {
  let format = formats.get(location);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: location,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(location, format);
  }
  return format;
}

/** Whether the database of locations has a name. There, names are those of files: their case counts. */
export function isLocation(name: string): boolean {
  if (name === 'UTC' || name === 'Local') return true;
  if (/^[+-]/.test(name)) return false;
  try {
    const resolved = formatOf(name).resolvedOptions().timeZone;
    return resolved === name || resolved.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** How far east of UTC a clock is, in seconds. */
export function offsetAt(zone: Zone, seconds: bigint): number {
  if (typeof zone !== 'string') return zone.offset;
  if (zone === 'UTC') return 0;
  const parts: Record<string, number> = {};
  let before = false;
  for (const part of formatOf(zone).formatToParts(Number(seconds) * 1000)) {
    if (part.type === 'era') before = part.value !== 'AD';
    else parts[part.type] = Number(part.value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = secondsOf(before ? 1 - year : year, month, day, hour, minute, second);
  return Number(local - seconds);
}

/** Seconds since 1970 of what a clock in UTC shows. */
export function secondsOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return BigInt(date.getTime()) / 1000n;
}

/** Division that rounds down. */
export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

export function secondsAndNanoseconds(instant: Instant): [bigint, number] {
  const seconds = floorDivide(instant.nanoseconds, NANOSECONDS);
  return [seconds, Number(instant.nanoseconds - seconds * NANOSECONDS)];
}

/** What a clock shows at an instant, in its zone. */
export function clockOf(instant: Instant): Clock {
  const [seconds, nanosecond] = secondsAndNanoseconds(instant);
  if (seconds > MAX_SECONDS || seconds < -MAX_SECONDS) throw new Unsupported('a time further away than 270,000 years');
  const offset = offsetAt(instant.zone, seconds);
  const date = new Date(Number(seconds + BigInt(offset)) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nanosecond,
    weekday: date.getUTCDay(),
    offset,
  };
}

/**
 * When clocks in a zone show a time, in seconds since 1970. Where they show it twice or never, Go takes the offset that
 * holds after the time read as UTC is moved once.
 *
 * @param local the time read as UTC
 */
export function fromLocal(local: bigint, zone: Zone): bigint {
  const guess = BigInt(offsetAt(zone, local));
  return guess === 0n ? local : local - BigInt(offsetAt(zone, local - guess));
}
