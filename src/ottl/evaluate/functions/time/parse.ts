import { Instant, type Zone } from '../../value';
import { type Element, MONTHS, nextChunk, short, WEEKDAYS } from './layout';
import { fromLocal, NANOSECONDS, offsetAt, secondsOf } from './zone';
import { abbreviationLength } from './zone-name';

/** Why a text is no time of a layout, and at which element. */
export class LayoutError extends Error {
  constructor(
    /** What the layout wanted: an element, or the text before one. Empty where no element is to blame. */
    readonly element: string,
    /** What was not read yet. */
    readonly rest: string,
  ) {
    super(`no ${element === '' ? 'time' : element} in ${JSON.stringify(rest)}`);
  }
}

/** What is known of a time while it is read. */
interface Draft {
  year: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  half?: 'am' | 'pm';
  utc: boolean;
  /** In seconds, east of UTC. */
  offset?: number;
  zoneName: string;
}

/** A time, and in what it was written. */
export interface Parsed {
  readonly instant: Instant;
  /** The abbreviation that was read, where nothing else told the offset: the instant is as if it were UTC. */
  readonly abbreviation: string;
}

/** Thrown inside: the text has not what the element wants. */
const MISMATCH = Symbol('mismatch');

/** Reads an element from the beginning of a text, and gives the rest. */
type Reader = (rest: string, draft: Draft, text: string, layoutRest: string) => string;

function pattern(rest: string, expression: RegExp): RegExpExecArray {
  const match = expression.exec(rest);
  if (match === null) throw MISMATCH;
  return match;
}

const LOOSE = /^\d\d?/;
const FIXED = /^\d\d/;

/** What is left behind a number, unless it is out of its range. */
function within(fits: boolean, element: string, rest: string): string {
  if (!fits) throw new LayoutError(element, rest);
  return rest;
}

/** A number of one or two digits, or of exactly two. */
function numeric(
  field: 'month' | 'day' | 'hour' | 'minute' | 'second',
  expression: RegExp,
  fits: (value: number) => boolean,
): Reader {
  return (rest, draft, text) => {
    const [digits] = pattern(rest, expression);
    const value = Number(digits);
    draft[field] = value;
    return within(fits(value), text, rest.slice(digits.length));
  };
}

function name(names: readonly string[], keep?: (draft: Draft, index: number) => void): Reader {
  return (rest, draft) => {
    const index = names.findIndex((one) => rest.slice(0, one.length).toLowerCase() === one.toLowerCase());
    const found = names[index];
    if (found === undefined) throw MISMATCH;
    keep?.(draft, index);
    return rest.slice(found.length);
  };
}

function half(words: Readonly<Record<string, 'am' | 'pm'>>): Reader {
  return (rest, draft) => {
    const word = words[rest.slice(0, 2)];
    if (word === undefined) throw MISMATCH;
    // Go would remember both; a layout with two of them lets "pm" win.
    if (draft.half !== 'pm') draft.half = word;
    return rest.slice(2);
  };
}

const keepMonth = (draft: Draft, index: number): void => {
  draft.month = index + 1;
};

const month = (value: number): boolean => value >= 1 && value <= 12;
const below = (limit: number) => (value: number) => value < limit;

function withSpace(times: number, reader: Reader): Reader {
  return (rest, ...more) => reader(rest.replace(new RegExp(`^ {0,${times}}`), ''), ...more);
}

/** Seconds take a fraction with them that the layout does not mention. */
function seconds(expression: RegExp): Reader {
  const read = numeric('second', expression, below(60));
  return (rest, draft, text, layoutRest) => {
    const behind = read(rest, draft, text, layoutRest);
    if (!/^[.,]\d/.test(behind)) return behind;
    const next = nextChunk(layoutRest).element;
    return next === 'zeroFraction' || next === 'nineFraction' ? behind : fraction(behind, draft);
  };
}

function fraction(rest: string, draft: Draft): string {
  const [text] = pattern(rest, /^[.,]\d+/);
  draft.nanosecond = Number(text.slice(1, 10).padEnd(9, '0'));
  return rest.slice(text.length);
}

const OFFSETS: Readonly<Record<string, RegExp>> = {
  '07': /^([+-])(\d\d)/,
  '0700': /^([+-])(\d\d)(\d\d)/,
  '07:00': /^([+-])(\d\d):(\d\d)/,
  '070000': /^([+-])(\d\d)(\d\d)(\d\d)/,
  '07:00:00': /^([+-])(\d\d):(\d\d):(\d\d)/,
};

const offset: Reader = (rest, draft, text) => {
  if (text.startsWith('Z') && rest.startsWith('Z')) {
    draft.utc = true;
    return rest.slice(1);
  }
  const [all, sign, hours = '0', minutes = '0', second = '0'] = pattern(rest, OFFSETS[text.slice(1)] ?? /$^/);
  const amount = Number(hours) * 3600 + Number(minutes) * 60 + Number(second);
  draft.offset = sign === '-' ? -amount : amount;
  const fits = Number(hours) <= 24 && Number(minutes) <= 60 && Number(second) <= 60;
  return within(fits, text, rest.slice(all.length));
};

const READERS: Readonly<Record<Element, Reader>> = {
  year: (rest, draft) => {
    const [text] = pattern(rest, /^(?:\d\d|[+-]\d)/);
    const value = Number(text);
    draft.year = value >= 69 ? value + 1900 : value + 2000;
    return rest.slice(2);
  },
  longYear: (rest, draft) => {
    draft.year = Number(pattern(rest, /^\d{4}/)[0]);
    return rest.slice(4);
  },
  month: name(MONTHS.map(short), keepMonth),
  longMonth: name(MONTHS, keepMonth),
  numericMonth: numeric('month', LOOSE, month),
  zeroMonth: numeric('month', FIXED, month),
  weekday: name(WEEKDAYS.map(short)),
  longWeekday: name(WEEKDAYS),
  day: numeric('day', LOOSE, () => true),
  underDay: withSpace(
    1,
    numeric('day', LOOSE, () => true),
  ),
  zeroDay: numeric('day', FIXED, () => true),
  underYearDay: withSpace(2, yearDay(/^\d{1,3}/)),
  zeroYearDay: yearDay(/^\d{3}/),
  hour: numeric('hour', LOOSE, below(24)),
  hour12: numeric('hour', LOOSE, below(13)),
  zeroHour12: numeric('hour', FIXED, below(13)),
  minute: numeric('minute', LOOSE, below(60)),
  zeroMinute: numeric('minute', FIXED, below(60)),
  second: seconds(LOOSE),
  zeroSecond: seconds(FIXED),
  PM: half({ AM: 'am', PM: 'pm' }),
  pm: half({ am: 'am', pm: 'pm' }),
  zoneName: (rest, draft) => {
    if (rest.startsWith('UTC')) {
      draft.utc = true;
      return rest.slice(3);
    }
    const length = abbreviationLength(rest);
    if (length === 0) throw MISMATCH;
    draft.zoneName = rest.slice(0, length);
    return rest.slice(length);
  },
  offset,
  zeroFraction: (rest, draft, text) => {
    const [digits] = pattern(rest, new RegExp(`^[.,]\\d{${text.length - 1}}`));
    fraction(digits, draft);
    return rest.slice(digits.length);
  },
  nineFraction: (rest, draft) => (/^[.,]\d/.test(rest) ? fraction(rest, draft) : rest),
};

function yearDay(expression: RegExp): Reader {
  return (rest, draft) => {
    const [digits] = pattern(rest, expression);
    draft.yearDay = Number(digits);
    return rest.slice(digits.length);
  };
}

/** A text without the prefix of a layout, in which a run of spaces stands for any run. Undefined where it differs. */
function skip(value: string, prefix: string): { readonly rest: string; readonly matches: boolean } {
  let rest = value;
  let wanted = prefix;
  while (wanted !== '') {
    if (wanted.startsWith(' ')) {
      if (rest !== '' && !rest.startsWith(' ')) return { rest, matches: false };
      wanted = wanted.replace(/^ +/, '');
      rest = rest.replace(/^ +/, '');
    } else if (rest.charAt(0) !== wanted.charAt(0)) {
      return { rest, matches: false };
    } else {
      wanted = wanted.slice(1);
      rest = rest.slice(1);
    }
  }
  return { rest, matches: true };
}

/**
 * Reads a time as Go's `time.ParseInLocation` does.
 *
 * @throws LayoutError where the text does not fit
 */
export function parseLayout(layout: string, value: string, location: Zone): Parsed {
  const draft: Draft = {
    year: 0,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
    utc: false,
    zoneName: '',
  };
  let rest = value;
  let layoutRest = layout;
  for (;;) {
    const chunk = nextChunk(layoutRest);
    const skipped = skip(rest, chunk.prefix);
    if (!skipped.matches) throw new LayoutError(chunk.prefix, skipped.rest);
    rest = skipped.rest;
    if (chunk.element === undefined) break;
    layoutRest = chunk.rest;
    rest = read(chunk.element, rest, draft, chunk.text, layoutRest);
  }
  if (rest !== '') throw new LayoutError('', rest);
  return finish(draft, location);
}

function read(element: Element, rest: string, draft: Draft, text: string, layoutRest: string): string {
  try {
    return READERS[element](rest, draft, text, layoutRest);
  } catch (error) {
    throw error === MISMATCH ? new LayoutError(text, rest) : error;
  }
}

const daysIn = (year: number, monthNumber: number): number =>
  Number((secondsOf(year, monthNumber + 1, 1, 0, 0, 0) - secondsOf(year, monthNumber, 1, 0, 0, 0)) / 86_400n);

function dateOf(draft: Draft): { monthNumber: number; day: number } {
  if (draft.yearDay === undefined) return { monthNumber: draft.month ?? 1, day: draft.day ?? 1 };
  let day = draft.yearDay;
  if (day < 1 || day > daysIn(draft.year, 2) + 337) throw new LayoutError('', '');
  let monthNumber = 1;
  for (; day > daysIn(draft.year, monthNumber); monthNumber++) day -= daysIn(draft.year, monthNumber);
  if ((draft.month ?? monthNumber) !== monthNumber || (draft.day ?? day) !== day) throw new LayoutError('', '');
  return { monthNumber, day };
}

function finish(draft: Draft, location: Zone): Parsed {
  const { monthNumber, day } = dateOf(draft);
  if (day < 1 || day > daysIn(draft.year, monthNumber)) throw new LayoutError('', '');
  let { hour } = draft;
  if (draft.half === 'pm' && hour < 12) hour += 12;
  else if (draft.half === 'am' && hour === 12) hour = 0;
  const local = secondsOf(draft.year, monthNumber, day, hour, draft.minute, draft.second);
  const at = (secondsUtc: bigint, zone: Zone): Instant =>
    new Instant(secondsUtc * NANOSECONDS + BigInt(draft.nanosecond), zone);

  if (draft.utc) return { instant: at(local, 'UTC'), abbreviation: '' };
  if (draft.offset !== undefined) {
    const utc = local - BigInt(draft.offset);
    const isLocal = draft.zoneName === '' && offsetAt(location, utc) === draft.offset;
    const zone = isLocal ? location : { name: draft.zoneName, offset: draft.offset };
    return { instant: at(utc, zone), abbreviation: '' };
  }
  if (draft.zoneName !== '') {
    // The abbreviation of Greenwich may carry hours, which Go shows but does not reckon with.
    const hours = draft.zoneName.startsWith('GMT') ? Number(draft.zoneName.slice(3)) : 0;
    const zone = { name: draft.zoneName, offset: hours * 3600 };
    return { instant: at(local, zone), abbreviation: draft.zoneName };
  }
  return { instant: at(fromLocal(local, location), location), abbreviation: '' };
}
