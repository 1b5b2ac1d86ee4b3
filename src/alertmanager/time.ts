import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { RouteNode } from './route-tree';
import { parseRange, parseTime, type RangeKind } from './time-range';

/** The part of a time that intervals ask for, in one place of the world. */
interface Moment {
  readonly minutes: number;
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function momentIn(time: Date, location: string): Moment {
  // Go knows the place of the machine by this name; in its image, that is UTC.
  const timeZone = location === '' || location === 'Local' ? 'UTC' : location;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return {
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: weekdays.indexOf(parts.weekday ?? ''),
    day: Number(parts.day),
    month: Number(parts.month),
    year: Number(parts.year),
  };
}

/** Whether a route says nothing at a time: inside an interval that mutes it, or outside of all in which it is active. */
export function isMuted(config: ConfigMap, { mutedIn, activeIn }: RouteNode, time: Date): boolean {
  const inside = (names: readonly string[]) => names.some((name) => contains(config, name, time));
  return inside(mutedIn) || (activeIn.length > 0 && !inside(activeIn));
}

/** Whether a time lies in an interval of a configuration. */
function contains(config: ConfigMap, name: string, time: Date): boolean {
  return [...list(config.mute_time_intervals), ...list(config.time_intervals)]
    .filter((interval) => at(interval, 'name') === name)
    .flatMap((interval) => list(at(interval, 'time_intervals')))
    .some((interval) => isConfigMap(interval) && holds(interval, time));
}

/** Whether a time lies in an interval: in one of the ranges of each of its fields. */
function holds(interval: ConfigMap, time: Date): boolean {
  const moment = momentIn(time, typeof interval.location === 'string' ? interval.location : '');
  return (
    some(interval.times, (range) => withinDay(range, moment.minutes)) &&
    some(interval.days_of_month, (range) => isDayIn(range, moment)) &&
    some(interval.months, within('months', moment.month)) &&
    some(interval.weekdays, within('weekdays', moment.weekday)) &&
    some(interval.years, within('years', moment.year))
  );
}

function some(ranges: ConfigValue | undefined, holds: (range: ConfigValue) => boolean): boolean {
  return ranges === undefined || ranges === null || list(ranges).some(holds);
}

function withinDay(range: ConfigValue, minutes: number): boolean {
  const [start, end] = [parseTime(at(range, 'start_time')), parseTime(at(range, 'end_time'))];
  return start !== undefined && end !== undefined && minutes >= start && minutes < end;
}

function within(kind: RangeKind, value: number): (range: ConfigValue) => boolean {
  return (given) => {
    const range = parseRange(kind, String(given));
    return typeof range !== 'string' && value >= range.begin && value <= range.end;
  };
}

/** Days count from the end of the month where they are negative, and a month ends the range that would go beyond it. */
function isDayIn(given: ConfigValue, { day, month, year }: Moment): boolean {
  const range = parseRange('daysOfMonth', String(given));
  if (typeof range === 'string') return false;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const [begin = 0, end = 0] = [range.begin, range.end].map((one) => (one < 0 ? last + one + 1 : one));
  return begin <= last && day >= begin && day <= Math.min(end, last);
}

function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}
