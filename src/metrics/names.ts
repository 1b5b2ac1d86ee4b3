import type { MadeMetric } from './made';
import { unitSuffixes, unitWord } from './units';

/** What of a metric goes into its name. */
export type Nameable = Pick<MadeMetric, 'name' | 'kind' | 'unit'>;

/** The name with suffixes, all its characters kept (otlptranslator 1.0). */
export function suffixed({ name, kind, unit }: Nameable): string {
  const { main, per } = unitSuffixes(unit);
  const ratio = unit === '1' && kind === 'gauge';
  let base = name;
  if (ratio) base = without(base, 'ratio');
  if (kind === 'counter') base = without(base, 'total');
  if (per !== '') base = without(base, per);
  if (main !== '' && !base.endsWith(main)) base += `_${main}`;
  if (per !== '') base += `_${per}`;
  if (kind === 'counter') base += '_total';
  return ratio ? `${base}_ratio` : base;
}

/** The name with suffixes, in letters, digits, colons and single underscores alone (otlptranslator). */
export function escapedAndSuffixed({ name, kind, unit }: Nameable, namespace: string): string {
  const { main, per } = unitSuffixes(unit);
  let words = name.split(/[^a-zA-Z0-9:]+/).filter(Boolean);
  const suffixes = [clean(main), clean(per).replace(/_$/, '')];
  words.push(...suffixes.filter((suffix) => suffix !== '' && suffix !== 'per' && !words.includes(suffix)));
  if (kind === 'counter') words = [...words.filter((one) => one !== 'total'), 'total'];
  if (unit === '1' && kind === 'gauge') words = [...words.filter((one) => one !== 'ratio'), 'ratio'];
  return notNumber([namespace, ...words].filter(Boolean).join('_'));
}

/** The name in letters, digits, colons and underscores alone. */
export function escaped(name: string, namespace: string): string {
  const safe = name
    .split(/[^a-zA-Z0-9:_]+/)
    .filter(Boolean)
    .join('_');
  return namespace === '' ? notNumber(safe) : `${namespace}_${safe}`;
}

/** The name with the suffixes that were asked for, as the exporter of OpenTelemetry's Go SDK made it until its release 0.60. */
export function suffixedBefore({ name, kind, unit }: Nameable, typeSuffix: boolean, units: boolean): string {
  const counter = typeSuffix && kind === 'counter';
  let base = counter ? name.replace(/total$/, '').replace(/[^a-zA-Z0-9:]$/, '') : name;
  const suffix = unit === '1' ? 'ratio' : unitWord(unit);
  if (units && suffix !== '' && !base.endsWith(suffix)) base += `_${suffix}`;
  if (counter) base += '_total';
  return base;
}

function without(name: string, suffix: string): string {
  return name.endsWith(suffix) && name.length > suffix.length + 1 ? name.slice(0, -suffix.length - 1) : name;
}

function clean(unit: string): string {
  return unit
    .replace(/[^a-zA-Z0-9:]/g, '_')
    .replace(/_+/g, '_')
    .replace(/^_/, '');
}

function notNumber(name: string): string {
  return /^[0-9]/.test(name) ? `_${name}` : name;
}
