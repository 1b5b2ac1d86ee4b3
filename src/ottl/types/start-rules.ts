import { didYouMean } from '../../model/nearest';
import { isAtLeast } from '../../model/release';
import { language } from '../language';
import { bytesOf } from './bytes-of';
import { grok } from './grok-rule';
import { hasKnownDirectives, hasNamedGroup, hasSoundDigits, isCidr, isGlob, isRegexp } from './patterns';
import { literalsSince } from './since';
import type { Arguments } from './start';
import type { StartRule } from './start-rule';
import { isTimeZone } from './time-zone';

const regexp =
  (argument: string): StartRule =>
  (given) => {
    const text = given.text(argument);
    if (text === undefined || isRegexp(text)) return undefined;
    return {
      argument,
      message: `"${text}" is no regular expression that Go reads`,
      fix: 'Write it without looking ahead or behind, and escape what is meant as it is.',
    };
  };

const glob =
  (argument: string): StartRule =>
  (given) => {
    const text = given.text(argument);
    if (text === undefined || isGlob(text)) return undefined;
    return {
      argument,
      message: `"${text}" is no pattern: a range in it is not closed, or empty`,
      fix: 'Escape the bracket: "\\\\[".',
    };
  };

const oneOf =
  (argument: string, ...names: readonly string[]): StartRule =>
  (given) => {
    const text = given.text(argument);
    if (text === undefined || names.includes(text)) return undefined;
    const listed = names.filter((name) => name !== '').map((name) => `"${name}"`);
    return {
      argument,
      message: `"${text}" is none of ${listed.join(', ')}`,
      fix: didYouMean(text, names, `Write one of them.`),
    };
  };

const delimiters: StartRule = (given) => {
  for (const argument of ['delimiter', 'pair_delimiter']) {
    if (given.text(argument) === '')
      return { argument, message: `${argument} is empty`, fix: 'Write what stands between the parts.' };
  }
  const between = given.has('delimiter') ? given.text('delimiter') : '=';
  const pairs = given.has('pair_delimiter') ? given.text('pair_delimiter') : ' ';
  if (between === undefined || between !== pairs) return undefined;
  return {
    argument: 'pair_delimiter',
    message: 'both delimiters are the same',
    fix: 'Write another one between pairs.',
  };
};

const single =
  (argument: string): StartRule =>
  (given) => {
    const text = given.text(argument);
    if (text === undefined || [...text].length === 1) return undefined;
    return { argument, message: `${argument} is not one character`, fix: 'Write one, e.g. ",".' };
  };

const timeFormat: StartRule = (given, release) => {
  const text = given.text('format');
  // Older releases take it, and read or write something else.
  const isSound = (format: string) => hasSoundDigits(format) || !isAtLeast(release, literalsSince);
  if (text === undefined || (text !== '' && hasKnownDirectives(text) && isSound(text))) return undefined;
  const fix = 'Write e.g. "%Y-%m-%dT%H:%M:%S%z".';
  return { argument: 'format', message: `"${text}" is no format of a time`, fix };
};

const locale: StartRule = (given, release) => {
  const text = given.text('locale');
  const { locales } = language(release).names;
  if (text === undefined || locales.includes(text)) return undefined;
  const fix = didYouMean(text, locales, 'Write e.g. "en" or "de-AT".');
  return { argument: 'locale', message: `"${text}" is no language that the collector knows`, fix };
};

// Not of those that one looks up.
const base64 = ['base64', 'base64-raw', 'base64-url', 'base64-raw-url'];

const encoding: StartRule = (given, release) => {
  const text = given.text('encoding');
  if (text === undefined || base64.includes(text) || !isAtLeast(release, literalsSince)) return undefined;
  const { encodings } = language(release).names;
  if (encodings.includes(text.toLowerCase())) return undefined;
  const fix = didYouMean(text, [...base64, ...encodings], 'Write e.g. "base64" or "utf-8".');
  return { argument: 'encoding', message: `"${text}" is no encoding that the collector knows`, fix };
};

const timeZone: StartRule = (given) => {
  const text = given.text('location');
  if (text === undefined || isTimeZone(text)) return undefined;
  return { argument: 'location', message: `"${text}" is no time zone`, fix: 'Write e.g. "Europe/Berlin".' };
};

const xPath =
  (argument: string): StartRule =>
  (given) => {
    if (given.text(argument) !== '') return undefined;
    return { argument, message: 'the XPath is empty', fix: 'Write e.g. "/a/b".' };
  };

const atLeast =
  (argument: string, least: bigint): StartRule =>
  (given) => {
    const value = given.int(argument);
    if (value === undefined || value >= least) return undefined;
    return { argument, message: `${argument} is less than ${least}`, fix: `Write ${least} or more.` };
  };

const limited: StartRule = (given) => {
  const limit = given.int('limit');
  const keys = given.items('priority_keys');
  if (limit === undefined || keys === undefined || BigInt(keys.length) <= limit) return undefined;
  return { argument: 'limit', message: `more keys are to be kept than ${limit}`, fix: `Write ${keys.length} or more.` };
};

const marked: StartRule = (given) => {
  const limit = given.int('limit');
  const marker = given.text('truncation_marker');
  if (limit === undefined || marker === undefined || BigInt(Buffer.byteLength(marker)) <= limit) return undefined;
  return { argument: 'truncation_marker', message: 'the marker is longer than the limit', fix: 'Write a shorter one.' };
};

const appended: StartRule = (given) =>
  given.has('value') || given.has('values')
    ? undefined
    : { message: 'it is told nothing to append', fix: 'Write append(target, value), or values = […].' };

const notEmpty =
  (argument: string, since: string): StartRule =>
  (given, release) =>
    given.items(argument)?.length === 0 && isAtLeast(release, since)
      ? { argument, message: `${argument} is empty`, fix: 'Write at least one item.' }
      : undefined;

/** An identity: so many bytes, or twice as many hexadecimal digits. */
const id =
  (length: number): StartRule =>
  (given, release) => {
    const argument = given.has('bytes') ? 'bytes' : 'target';
    const bytes = bytesOf(given.value(argument));
    if (bytes === undefined || bytes.length === length) return undefined;
    const isHex = bytes.length === 2 * length && /^[\da-f]*$/i.test(Buffer.from(bytes).toString('latin1'));
    if (isHex && isAtLeast(release, literalsSince)) return undefined;
    return {
      argument,
      message: `an id of ${bytes.length} bytes`,
      fix: `Write ${length} bytes: 0x and ${2 * length} digits.`,
    };
  };

const networks: StartRule = (given) => {
  for (const item of given.items('networks') ?? []) {
    if (item.kind !== 'string' || item.parts.some((part) => typeof part !== 'string')) return undefined;
    const text = item.parts.join('');
    if (!isCidr(text)) {
      return { argument: 'networks', message: `"${text}" is no range of addresses`, fix: 'Write e.g. "10.0.0.0/8".' };
    }
  }
  return undefined;
};

const namedGroup: StartRule = (given, release) => {
  const text = given.text('pattern');
  // Newer releases say so for each record.
  if (text === undefined || hasNamedGroup(text) || isAtLeast(release, literalsSince)) return undefined;
  return { argument: 'pattern', message: 'the pattern names no group', fix: 'Write e.g. "(?P<name>\\\\w+)".' };
};

const percentile: StartRule = (given) => {
  const value = given.value('percentile');
  if (value?.kind !== 'float' || (value.value > 0 && value.value < 100)) return undefined;
  return { argument: 'percentile', message: 'the percentile is not between 0 and 100', fix: 'Write e.g. 99.0.' };
};

const buckets: StartRule = (given) => {
  const value = given.value('target_value');
  if (value?.kind === 'nil') return { argument: 'target_value', message: 'the target is nil', fix: 'Write a number.' };
  if (given.text('method') !== 'limit_buckets') return undefined;
  const number = numberOf(value);
  if (number === undefined || (number >= 1 && Number.isInteger(number))) return undefined;
  return { argument: 'target_value', message: 'that is no number of buckets', fix: 'Write an integer from 1 on.' };
};

function numberOf(value: ReturnType<Arguments['value']>): number | undefined {
  switch (value?.kind) {
    case 'int':
      return Number(value.value);
    case 'float':
      return value.value;
    case 'bool':
      return value.value ? 1 : 0;
    default:
      return undefined;
  }
}

const semanticConventions: StartRule = (given) => {
  const text = given.text('semconv_version');
  if (given.text('original_span_name_attribute') === '') {
    return {
      argument: 'original_span_name_attribute',
      message: 'the attribute has no name',
      fix: 'Name it, or leave it out.',
    };
  }
  const [, minor, patch = '0'] = /^v?1\.(\d+)(?:\.(\d+))?$/.exec(text ?? '') ?? [];
  const isKnown =
    minor !== undefined && Number(minor) >= 37 && (Number(minor) < 43 || (minor === '43' && Number(patch) === 0));
  if (text === undefined || isKnown) return undefined;
  return {
    argument: 'semconv_version',
    message: `"${text}" is no version from 1.37.0 to 1.43.0`,
    fix: 'Write e.g. "1.37.0".',
  };
};

const temporality = oneOf('string_agg_temp', 'delta', 'cumulative');
const aggregation = oneOf('aggregation_function', 'sum', 'mean', 'min', 'max', 'median', 'count');

/** By the name of the function. */
export const startRules: Readonly<Record<string, readonly StartRule[]>> = {
  IsMatch: [regexp('pattern')],
  ExtractPatterns: [regexp('pattern'), namedGroup],
  ExtractGrokPatterns: [grok],
  delete_matching_keys: [regexp('pattern')],
  keep_matching_keys: [regexp('pattern')],
  replace_pattern: [regexp('regex_pattern')],
  replace_all_patterns: [regexp('regex_pattern'), oneOf('mode', 'key', 'value')],
  replace_match: [glob('pattern')],
  replace_all_matches: [glob('pattern')],
  ConvertCase: [oneOf('to_case', 'lower', 'upper', 'snake', 'camel')],
  Sort: [oneOf('order', 'asc', 'desc')],
  merge_maps: [oneOf('strategy', 'insert', 'update', 'upsert')],
  ParseCSV: [single('delimiter'), single('header_delimiter'), oneOf('mode', 'strict', 'lazyQuotes', 'ignoreQuotes')],
  ParseCLF: [oneOf('format', 'clf', 'combined')],
  ParseKeyValue: [delimiters],
  ToKeyValueString: [delimiters],
  Time: [timeFormat, timeZone, locale],
  FormatTime: [timeFormat],
  Decode: [encoding],
  GetXML: [xPath('x_path')],
  InsertXML: [xPath('x_path')],
  RemoveXML: [xPath('x_path')],
  limit: [atLeast('limit', 0n), limited],
  truncate_all: [atLeast('limit', 0n), marked],
  flatten: [atLeast('depth', 1n)],
  append: [appended],
  Coalesce: [notEmpty('values', literalsSince)],
  SpanID: [id(8)],
  TraceID: [id(16)],
  ProfileID: [id(16)],
  IsInCIDR: [networks],
  aggregate_on_attributes: [aggregation],
  aggregate_on_attribute_value: [aggregation],
  convert_gauge_to_sum: [temporality],
  convert_summary_count_val_to_sum: [temporality],
  convert_summary_sum_val_to_sum: [temporality],
  convert_exponential_histogram_to_histogram: [
    oneOf('distribution_fn', '', 'upper', 'midpoint', 'random', 'uniform'),
    notEmpty('explicit_bounds', '0'),
  ],
  extract_percentile_metric: [percentile],
  merge_histogram_buckets: [oneOf('method', 'remove_explicit_bound', 'limit_buckets'), buckets],
  set_semconv_span_name: [semanticConventions],
};
