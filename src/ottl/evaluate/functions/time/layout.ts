/**
 * Go writes the format of a time as the example "Mon Jan 2 15:04:05 MST 2006": these are its elements.
 */

export type Element =
  | 'year'
  | 'longYear'
  | 'month'
  | 'longMonth'
  | 'numericMonth'
  | 'zeroMonth'
  | 'weekday'
  | 'longWeekday'
  | 'day'
  | 'underDay'
  | 'zeroDay'
  | 'underYearDay'
  | 'zeroYearDay'
  | 'hour'
  | 'hour12'
  | 'zeroHour12'
  | 'minute'
  | 'zeroMinute'
  | 'second'
  | 'zeroSecond'
  | 'PM'
  | 'pm'
  | 'zoneName'
  | 'offset'
  | 'zeroFraction'
  | 'nineFraction';

const NAMED: Readonly<Record<string, Element>> = {
  January: 'longMonth',
  Jan: 'month',
  Monday: 'longWeekday',
  Mon: 'weekday',
  MST: 'zoneName',
  '01': 'zeroMonth',
  '02': 'zeroDay',
  '03': 'zeroHour12',
  '04': 'zeroMinute',
  '05': 'zeroSecond',
  '06': 'year',
  '002': 'zeroYearDay',
  '15': 'hour',
  '1': 'numericMonth',
  '2006': 'longYear',
  '2': 'day',
  __2: 'underYearDay',
  _2: 'underDay',
  '3': 'hour12',
  '4': 'minute',
  '5': 'second',
  PM: 'PM',
  pm: 'pm',
};

/** A longer element stands before one that it begins with. */
const ELEMENT = new RegExp(
  [
    'January',
    'Jan(?![a-z])',
    'Monday',
    'Mon(?![a-z])',
    'MST',
    '0[1-6]',
    '002',
    '15',
    '1',
    '2006',
    '2',
    '__2',
    '_2(?!006)',
    '[345]',
    'PM',
    'pm',
    '[-Z]07(?:0000|:00:00|00|:00)?',
    '[.,](?:0+|9+)(?!\\d)',
  ].join('|'),
);

/** The text before an element of a layout, the element, and the rest. */
export interface Chunk {
  readonly prefix: string;
  /** Absent at the end of the layout. */
  readonly element?: Element;
  /** As it is written in the layout. */
  readonly text: string;
  readonly rest: string;
}

const chunks = new Map<string, Chunk>();

export function nextChunk(layout: string): Chunk {
  let chunk = chunks.get(layout);
  if (chunk === undefined) {
    chunk = readChunk(layout);
    chunks.set(layout, chunk);
  }
  return chunk;
}

function readChunk(layout: string): Chunk {
  const match = ELEMENT.exec(layout);
  if (match === null) return { prefix: layout, text: '', rest: '' };
  const [text] = match;
  return {
    prefix: layout.slice(0, match.index),
    element: elementOf(text),
    text,
    rest: layout.slice(match.index + text.length),
  };
}

function elementOf(text: string): Element {
  const named = NAMED[text];
  if (named !== undefined) return named;
  if (/^[.,]/.test(text)) return text.endsWith('0') ? 'zeroFraction' : 'nineFraction';
  return 'offset';
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The first three letters. */
export const short = (name: string): string => name.slice(0, 3);
