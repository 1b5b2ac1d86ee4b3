/** The fields of a time interval that hold ranges such as `monday:friday`. */
export type RangeKind = 'weekdays' | 'daysOfMonth' | 'months' | 'years';

/** A range with both its ends. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const members: Readonly<Record<RangeKind, (text: string) => number | undefined>> = {
  weekdays: (text) => (weekdays.includes(text) ? weekdays.indexOf(text) : undefined),
  daysOfMonth: whole,
  months: (text) => (months.includes(text) ? months.indexOf(text) + 1 : whole(text)),
  years: whole,
};

const examples: Readonly<Record<RangeKind, string>> = {
  weekdays: 'monday:friday',
  daysOfMonth: "1:7 or '-3:-1'",
  months: 'january:march or 1:3',
  years: '2026:2028',
};

/** What to write where a range ends before it begins. */
const turned: Readonly<Record<Exclude<RangeKind, 'daysOfMonth'>, string>> = {
  weekdays: 'A week begins with sunday: write what goes beyond saturday as two ranges.',
  months: 'Write what goes beyond december as two ranges.',
  years: 'Write the earlier year first.',
};

/** A range of one kind, or what is wrong with it and what to write. */
export function parseRange(kind: RangeKind, text: string): Range | string {
  const parts = text.toLowerCase().split(':');
  const [begin, end = begin] = parts.map((part) => members[kind](part));
  if (parts.length > 2 || begin === undefined || end === undefined) return `Write it as ${examples[kind]}.`;
  if (kind === 'daysOfMonth') return dayRange(begin, end);
  if (begin > end) return turned[kind];
  return { begin, end };
}

function dayRange(begin: number, end: number): Range | string {
  const isDay = (day: number) => day !== 0 && day >= -31 && day <= 31;
  if (!isDay(begin) || !isDay(end))
    return 'Write days from 1 to 31, or from -31 to -1, counted from the end of the month.';
  if (begin < 0 && end > 0) return 'End the range with a negative day, where it begins with one.';
  // The shortest month that Alertmanager takes for it.
  const [first = 0, last = 0] = [begin, end].map((day) => (day < 0 ? 28 + day : day));
  return first > last ? 'Write the earlier day first.' : { begin, end };
}

function whole(text: string): number | undefined {
  return /^[-+]?\d{1,18}$/.test(text) ? Number(text) : undefined;
}

/** The minutes of a day that have passed at a time such as `08:30`, up to `24:00`; `undefined` for what is none. */
export function parseTime(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value : '';
  const [, hours, minutes] = /^((?:[01]\d|2[0-3])(?=:[0-5]\d$)|24(?=:00$)):(\d\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
