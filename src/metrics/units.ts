/** What Prometheus calls the units of OpenTelemetry. */
const units: Readonly<Record<string, string>> = {
  d: 'days',
  h: 'hours',
  min: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  By: 'bytes',
  KiBy: 'kibibytes',
  MiBy: 'mebibytes',
  GiBy: 'gibibytes',
  TiBy: 'tibibytes',
  KBy: 'kilobytes',
  MBy: 'megabytes',
  GBy: 'gigabytes',
  TBy: 'terabytes',
  m: 'meters',
  V: 'volts',
  A: 'amperes',
  J: 'joules',
  W: 'watts',
  g: 'grams',
  Cel: 'celsius',
  Hz: 'hertz',
  '1': '',
  '%': 'percent',
};

const perUnits: Readonly<Record<string, string>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};

/** A unit in Prometheus' words, or as it is. */
export function unitWord(unit: string): string {
  return word(units, unit);
}

/** The suffixes of a unit such as `By/s`: `bytes` and `per_second`; empty where there is none. Braces are comments. */
export function unitSuffixes(unit: string): { readonly main: string; readonly per: string } {
  const [main = '', ...rest] = unit.split('/');
  const per = rest.join('/').trim();
  const named = isComment(per) ? '' : word(perUnits, per);
  return { main: isComment(main) ? '' : unitWord(main.trim()), per: named === '' ? '' : `per_${named}` };
}

function word(words: Readonly<Record<string, string>>, unit: string): string {
  return (Object.hasOwn(words, unit) ? words[unit] : undefined) ?? unit;
}

function isComment(unit: string): boolean {
  return /[{}]/.test(unit);
}
