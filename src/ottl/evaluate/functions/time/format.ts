import { type Instant, OttlError, Unsupported } from '../../value';
import { type Element, MONTHS, nextChunk, short, WEEKDAYS } from './layout';
import { type Clock, clockOf, secondsOf } from './zone';

/** What Go's `fmt` writes for a time. */
const DEFAULT_LAYOUT = '2006-01-02 15:04:05.999999999 -0700 MST';
const RFC3339_LAYOUT = '2006-01-02T15:04:05.999999999Z07:00';

const number = (value: number, width: number): string =>
  `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, '0')}`;

const hour12 = (clock: Clock): number => (clock.hour % 12 === 0 ? 12 : clock.hour % 12);

const WRITERS: Readonly<Record<Element, (clock: Clock, text: string, instant: Instant) => string>> = {
  year: (clock) => number(Math.abs(clock.year) % 100, 2),
  longYear: (clock) => number(clock.year, 4),
  month: (clock) => short(monthName(clock)),
  longMonth: monthName,
  numericMonth: (clock) => String(clock.month),
  zeroMonth: (clock) => number(clock.month, 2),
  weekday: (clock) => short(WEEKDAYS[clock.weekday] ?? ''),
  longWeekday: (clock) => WEEKDAYS[clock.weekday] ?? '',
  day: (clock) => String(clock.day),
  underDay: (clock) => String(clock.day).padStart(2),
  zeroDay: (clock) => number(clock.day, 2),
  underYearDay: (clock) => String(yearDay(clock)).padStart(3),
  zeroYearDay: (clock) => number(yearDay(clock), 3),
  hour: (clock) => number(clock.hour, 2),
  hour12: (clock) => String(hour12(clock)),
  zeroHour12: (clock) => number(hour12(clock), 2),
  minute: (clock) => String(clock.minute),
  zeroMinute: (clock) => number(clock.minute, 2),
  second: (clock) => String(clock.second),
  zeroSecond: (clock) => number(clock.second, 2),
  PM: (clock) => (clock.hour >= 12 ? 'PM' : 'AM'),
  pm: (clock) => (clock.hour >= 12 ? 'pm' : 'am'),
  zoneName: (clock, _, instant) => zoneName(instant, clock.offset),
  offset: (clock, text) => offset(clock.offset, text),
  zeroFraction: (clock, text) => fraction(clock, text),
  nineFraction: (clock, text) => fraction(clock, text).replace(/[.,]?0*$/, ''),
};

function monthName(clock: Clock): string {
  return MONTHS[clock.month - 1] ?? '';
}

function yearDay(clock: Clock): number {
  const days = secondsOf(clock.year, clock.month, clock.day, 0, 0, 0) - secondsOf(clock.year, 1, 1, 0, 0, 0);
  return Number(days / 86_400n) + 1;
}

/** As many digits as the layout has, behind the same sign. */
function fraction(clock: Clock, text: string): string {
  return (
    text.charAt(0) +
    number(clock.nanosecond, 9)
      .slice(0, text.length - 1)
      .padEnd(text.length - 1, '0')
  );
}

function offset(seconds: number, text: string): string {
  if (seconds === 0 && text.startsWith('Z')) return 'Z';
  const all = Math.abs(seconds);
  // Go decides the sign by whole minutes.
  const sign = Math.trunc(seconds / 60) < 0 ? '-' : '+';
  const colon = text.includes(':') ? ':' : '';
  const hours = number(Math.trunc(all / 3600), 2);
  const digits = text.replace(/\D/g, '').length;
  if (digits === 2) return sign + hours;
  const minutes = sign + hours + colon + number(Math.trunc(all / 60) % 60, 2);
  return digits === 4 ? minutes : minutes + colon + number(all % 60, 2);
}

function zoneName(instant: Instant, seconds: number): string {
  const { zone } = instant;
  if (zone === 'UTC') return zone;
  if (typeof zone === 'string') throw new Unsupported(`the abbreviation of the time zone ${zone}`);
  return zone.name === '' ? offset(seconds, '-0700') : zone.name;
}

/** A time by a layout of Go. */
export function formatLayout(instant: Instant, layout: string): string {
  const clock = clockOf(instant);
  let written = '';
  let rest = layout;
  while (rest !== '') {
    const chunk = nextChunk(rest);
    written += chunk.prefix;
    if (chunk.element === undefined) break;
    written += WRITERS[chunk.element](clock, chunk.text, instant);
    rest = chunk.rest;
  }
  return written;
}

/** What `%v` writes: `2026-11-22 06:30:00.5 +0000 UTC`. */
export function formatDefault(instant: Instant): string {
  return formatLayout(instant, DEFAULT_LAYOUT);
}

/** As JSON holds a time. Throws `OttlError` for years that RFC 3339 cannot write. */
export function rfc3339(instant: Instant): string {
  const { year, offset: seconds } = clockOf(instant);
  if (year < 0 || year > 9999 || Math.abs(seconds) >= 86_400) throw new OttlError('a time that JSON cannot hold');
  return formatLayout(instant, RFC3339_LAYOUT);
}
