import { isAtLeast, type Release } from '../../../../model/release';
import { Instant, OttlError, Unsupported } from '../../value';
import { formatLayout } from './format';
import { LayoutError, type Parsed, parseLayout } from './parse';
import { clockOf, fromLocal, isLocation, NANOSECONDS, secondsOf } from './zone';
import { ABBREVIATED_LOCATIONS, FOREIGN_ABBREVIATIONS } from './zone-name';

/** What stands for a directive when a time is written. */
const WRITTEN: Readonly<Record<string, string>> = {
  '%Y': '2006',
  '%y': '06',
  '%m': '01',
  '%o': '_1',
  '%q': '1',
  '%b': 'Jan',
  '%h': 'Jan',
  '%B': 'January',
  '%d': '02',
  '%e': '_2',
  '%g': '2',
  '%a': 'Mon',
  '%A': 'Monday',
  '%H': '15',
  '%l': '3',
  '%I': '03',
  '%p': 'PM',
  '%P': 'pm',
  '%M': '04',
  '%S': '05',
  '%L': '999',
  '%f': '999999',
  '%s': '999999999',
  '%Z': 'MST',
  '%z': 'Z0700',
  '%w': '-070000',
  '%i': '-07',
  '%j': '-07:00',
  '%k': '-07:00:00',
  '%D': '01/02/2006',
  '%x': '01/02/2006',
  '%F': '2006-01-02',
  '%T': '15:04:05',
  '%X': '15:04:05',
  '%r': '03:04:05 pm',
  '%R': '15:04',
  '%n': '\n',
  '%t': '\t',
  '%%': '%',
  '%c': 'Mon Jan 02 15:04:05 2006',
};

/** What is tried, one after the other, when a time is read. Each alternative is split where reading may fail. */
const READ: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '%m': [['1']],
  '%o': [['1']],
  '%q': [['1']],
  '%d': [['2']],
  '%e': [['2']],
  '%g': [['2']],
  '%I': [['3']],
  '%M': [['4']],
  '%S': [['5']],
  '%D': [
    ['1', '/', '2', '/', '2006'],
    ['1', '/', '2', '/', '06'],
  ],
  '%x': [
    ['1', '/', '2', '/', '2006'],
    ['1', '/', '2', '/', '06'],
  ],
  '%F': [['2006', '-', '1', '-', '2']],
  '%T': [['15', ':', '4', ':', '5']],
  '%X': [['15', ':', '4', ':', '5']],
  '%r': [['3', ':', '4', ':', '5', ' ', 'pm']],
  '%R': [['15', ':', '4']],
  '%c': [['Mon', ' ', 'Jan', ' ', '2', ' ', '15', ':', '4', ':', '5', ' ', '2006']],
  '%z': [['Z0700'], ['Z07:00'], ['Z07']],
};

/** The release since which times are read as strptime reads them, with numbers of any width. */
const FLEXIBLE_SINCE = '0.152.0';

const DIRECTIVE = /%[^\n]/g;

/** Throws `OttlError` for a format that is refused when the collector starts. */
export function validateFormat(format: string, release: Release): void {
  if (format === '') throw new OttlError('the format of a time is empty');
  if (isAtLeast(release, FLEXIBLE_SINCE)) {
    if (/\d/.test(format)) throw new OttlError(`the format "${format}" has a digit`);
    const [fraction] = /[^.,]%[Lfs]/.exec(format) ?? [];
    if (fraction !== undefined)
      throw new OttlError(`"${fraction}" in the format "${format}" must come after "." or ","`);
  }
  for (const [directive] of format.matchAll(DIRECTIVE)) {
    if (!(directive in WRITTEN)) throw new OttlError(`the format "${format}" has the unknown "${directive}"`);
  }
}

/** Writes a time by a valid format. */
export function formatTime(instant: Instant, format: string): string {
  return formatLayout(instant, toLayout(format));
}

function toLayout(format: string): string {
  return format.replace(DIRECTIVE, (directive) => WRITTEN[directive] ?? directive);
}

/** Where a time is that names no zone itself. Throws `OttlError` for a location that nobody knows. */
export function locationOf(location: string | undefined): string {
  // The collector's own zone otherwise, which in containers is UTC.
  if (location === undefined || location === '') return 'UTC';
  if (!isLocation(location)) throw new OttlError(`the location ${location} is unknown`);
  return location === 'Local' ? 'UTC' : location;
}

export interface TimeParser {
  /** Throws `OttlError` where the text is no such time. */
  (text: string): Instant;
}

/** Reads times by a valid format. */
export function timeParser(format: string, location: string, release: Release, now: () => bigint): TimeParser {
  return (text) => {
    if (text === '') throw new OttlError('the time is empty');
    const parse = (layout: string): Instant => withYear(corrected(layout, text, location, release), now);
    try {
      if (!isAtLeast(release, FLEXIBLE_SINCE)) return parse(toLayout(format));
      return new Attempt(format, parse).run();
    } catch (error) {
      if (error instanceof LayoutError) throw new OttlError(`"${text}" is no time of the format "${format}"`);
      throw error;
    }
  };
}

/** The abbreviation of a zone tells its offset only where the database has a location of that name. */
function corrected(layout: string, text: string, location: string, release: Release): Instant {
  const parsed = parseLayout(layout, text, location);
  if (parsed.abbreviation !== '') return abbreviated(parsed, location);
  const { instant } = parsed;
  const { zone } = instant;
  if (typeof zone !== 'string' && zone.name === '' && zone.offset === 0) return new Instant(instant.nanoseconds);
  if (zone !== 'UTC' && clockOf(instant).offset === 0 && !isAtLeast(release, FLEXIBLE_SINCE))
    throw new Unsupported(`a time of ${location} in release ${release}`);
  return instant;
}

function abbreviated({ instant, abbreviation }: Parsed, location: string): Instant {
  if (typeof instant.zone !== 'string' && instant.zone.offset !== 0) return instant;
  if (location !== 'UTC') throw new Unsupported(`the abbreviation ${abbreviation} of a zone in ${location}`);
  const hours = ABBREVIATED_LOCATIONS[abbreviation];
  if (hours !== undefined && instant.nanoseconds < 0n) throw new Unsupported(`a time of ${abbreviation} before 1970`);
  if (hours !== undefined) return new Instant(instant.nanoseconds - BigInt(hours) * 3600n * NANOSECONDS, abbreviation);
  if (FOREIGN_ABBREVIATIONS.includes(abbreviation) || /^GMT[+-]0$/.test(abbreviation)) return instant;
  if (abbreviation === 'MET') throw new Unsupported('the time zone MET');
  throw new OttlError(`the time zone ${abbreviation} is unknown`);
}

/** A time without a year is of this one, or of the last where it would be more than a week ahead. */
function withYear(instant: Instant, now: () => bigint): Instant {
  const clock = clockOf(instant);
  if (clock.year > 0) return instant;
  const current = now();
  const { year, ...today } = clockOf(new Instant(current));
  const inYear = (wanted: number): bigint =>
    fromLocal(secondsOf(wanted, clock.month, clock.day, clock.hour, clock.minute, clock.second), instant.zone) *
      NANOSECONDS +
    BigInt(clock.nanosecond);
  const limit =
    secondsOf(year, today.month, today.day + 7, today.hour, today.minute, today.second) * NANOSECONDS +
    BigInt(today.nanosecond);
  const thisYear = inYear(year);
  if (thisYear <= limit) return new Instant(thisYear, instant.zone);
  const moved = clockOf(new Instant(thisYear, instant.zone));
  const lastYear = fromLocal(
    secondsOf(moved.year - 1, moved.month, moved.day, moved.hour, moved.minute, moved.second),
    instant.zone,
  );
  return new Instant(lastYear * NANOSECONDS + BigInt(moved.nanosecond), instant.zone);
}

/** Which element of an alternative failed, and what was left of the text. */
type Outcome =
  | { readonly instant: Instant }
  | { readonly error: unknown; readonly failed: number; readonly rest: string };

/** Reads one text, trying the alternatives of each directive until none of its own elements fails. */
class Attempt {
  readonly #format: string;
  readonly #directives: readonly RegExpExecArray[];
  readonly #parse: (layout: string) => Instant;

  constructor(format: string, parse: (layout: string) => Instant) {
    this.#format = format;
    this.#directives = [...format.matchAll(DIRECTIVE)];
    this.#parse = parse;
  }

  run(): Instant {
    return this.#from('', 0, 0);
  }

  #from(layout: string, start: number, index: number): Instant {
    const directive = this.#directives[index];
    if (directive === undefined) return this.#parse(layout + this.#format.slice(start));
    const [text] = directive;
    const before = layout + this.#format.slice(start, directive.index);
    let last: unknown;
    for (const elements of READ[text] ?? [[WRITTEN[text] ?? text]]) {
      const outcome = this.#tryWithSpaces(before, elements, directive.index + text.length, index);
      if ('instant' in outcome) return outcome.instant;
      last = outcome.error;
      if (outcome.failed < 0) break;
      // Outer directives must not take the failure for their own.
      if (last instanceof LayoutError) last = new LayoutError(text, last.rest);
    }
    throw last;
  }

  /** Numbers may have spaces before them. */
  #tryWithSpaces(before: string, elements: readonly string[], start: number, index: number): Outcome {
    let tried = elements;
    for (;;) {
      const outcome = this.#try(before, tried, start, index);
      if ('instant' in outcome || outcome.failed < 0) return outcome;
      const [space] = /^\s+/.exec(outcome.rest) ?? [];
      if (space === undefined || !/^[\dZ]/.test(tried[outcome.failed] ?? '')) return outcome;
      // More spaces change nothing, but the collector goes on adding them.
      if (/^\s+$/.test(tried[outcome.failed - 1] ?? ''))
        throw new Unsupported(`a time of the format "${this.#format}" that the collector never ends to read`);
      tried = [...tried.slice(0, outcome.failed), space, ...tried.slice(outcome.failed)];
    }
  }

  #try(before: string, elements: readonly string[], start: number, index: number): Outcome {
    try {
      return { instant: this.#from(before + elements.join(''), start, index + 1) };
    } catch (error) {
      if (!(error instanceof LayoutError)) return { error, failed: -1, rest: '' };
      const failed = error.element === '' ? -1 : elements.indexOf(error.element);
      return { error, failed, rest: error.rest };
    }
  }
}
