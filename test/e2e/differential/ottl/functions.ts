import type { OttlType } from './paths';

/** How an argument is made. */
export type Argument =
  /** An expression of this type, as the function wants it; at times of another one. */
  | { readonly of: OttlType }
  /** A path or a call, since a literal that the function cannot take is refused at start. */
  | { readonly path: OttlType }
  /** One of these texts. */
  | { readonly literals: readonly string[] }
  /** A list of up to three expressions, each given to a function where one is named. */
  | { readonly listOf: OttlType; readonly through?: string }
  /** A string without characters of several bytes. */
  | 'ascii'
  /** An int that is not far from 0. */
  | 'small';

export interface FunctionRow {
  readonly name: string;
  readonly gives: OttlType;
  readonly arguments: readonly Argument[];
  /** Further arguments, given at times, from the first on. */
  readonly optional?: readonly Argument[];
  /** Not known to 0.131.0. */
  readonly recent?: true;
  /** The only context that knows it. */
  readonly context?: string;
}

const string: Argument = { of: 'string' };
const any: Argument = { of: 'any' };
const held: Argument = { path: 'any' };
const map: Argument = { of: 'map' };
const time: Argument = { of: 'time' };
const duration: Argument = { of: 'duration' };
const quoted = (...texts: readonly string[]): Argument => ({ literals: texts.map((text) => JSON.stringify(text)) });
const literals = (...texts: readonly string[]): Argument => ({ literals: texts });

/** Regular expressions of RE2. */
export const PATTERNS = [
  '^user-',
  '[0-9]+',
  '(?i)ERROR',
  'a|b',
  '^(prod|dev)$',
  'secret-\\d+',
  '.',
  '^$',
  '\\bcart\\b',
  '[[:alpha:]]{3,}',
  '\\p{Lu}',
  '^(?P<first>\\w)(?P<rest>.*)$',
  'http\\.(status|method)',
  'token=([^ ]+)',
  '^.{4}$',
  '\\s+',
] as const;

/** Without `?` and classes, which the collector's library confuses with characters of several bytes. */
export const GLOBS = ['user*', '*', 'a', 'pro*', '*-42', 'GET /cart*', '*r*d*', '\\*'] as const;

const pattern = quoted(...PATTERNS);
const named = quoted(
  '(?P<year>\\d{4})-(?P<month>\\d\\d)',
  '^(?P<first>.)(?P<rest>.*)$',
  'token=(?P<token>\\S+)',
  '(?P<a>a)|(?P<b>b)',
);
const delimiter = quoted(' ', ',', '-', '.', '/', '');

function row(name: string, gives: OttlType, ...args: readonly Argument[]): FunctionRow {
  return { name, gives, arguments: args };
}

function recent(name: string, gives: OttlType, ...args: readonly Argument[]): FunctionRow {
  return { name, gives, arguments: args, recent: true };
}

/** The converters of the tiers that a simulator must know, and more that are deterministic. */
export const CONVERTERS: readonly FunctionRow[] = [
  row('IsMatch', 'bool', any, pattern),
  row('IsMatch', 'bool', string, pattern),
  row('HasPrefix', 'bool', string, quoted('user', 'a', 'http', '', '4111', 'pay')),
  row('HasSuffix', 'bool', string, quoted('42', 'b', 'd', '', '1')),
  row('ContainsValue', 'bool', { of: 'slice' }, any),
  row('ContainsValue', 'bool', { listOf: 'any' }, any),
  row('IsString', 'bool', held),
  row('IsInt', 'bool', held),
  row('IsDouble', 'bool', held),
  row('IsBool', 'bool', held),
  row('IsMap', 'bool', held),
  row('IsList', 'bool', any),
  recent('IsEmpty', 'bool', any),
  recent(
    'IsInCIDR',
    'bool',
    string,
    literals('["10.0.0.0/8"]', '["192.168.0.0/16", "10.0.0.0/24"]', '["2001:db8::/32"]'),
  ),
  { name: 'IsRootSpan', gives: 'bool', arguments: [], context: 'span' },
  row('IsValidLuhn', 'bool', any),
  row('Len', 'int', any),
  row('Len', 'int', string),
  row('Concat', 'string', { listOf: 'any' }, delimiter),
  recent('Coalesce', 'any', { listOf: 'any' }),
  row('ToLowerCase', 'string', string),
  row('ToUpperCase', 'string', string),
  row('ToSnakeCase', 'string', string),
  row('ToCamelCase', 'string', string),
  row('ConvertCase', 'string', string, quoted('lower', 'upper', 'snake', 'camel')),
  row('Int', 'int', held),
  row('Double', 'float', held),
  row('String', 'string', any),
  recent('Bool', 'bool', held),
  row('Split', 'slice', string, delimiter),
  row('Substring', 'string', 'ascii', literals('0', '1', '2'), literals('0', '1', '3', '4')),
  row('TraceID', 'id', literals('0x0102030405060708090a0b0c0d0e0f10', '0x00000000000000000000000000000001')),
  row('SpanID', 'id', literals('0x0102030405060708', '0xeee19b7ec3c1b174')),
  recent('TraceID', 'id', quoted('0102030405060708090a0b0c0d0e0f10', '5b8efff798038103d269b633813fc60c')),
  recent('SpanID', 'id', quoted('eee19b7ec3c1b174')),
  row('ParseJSON', 'map', string),
  { ...row('Time', 'time', quoted('2024-02-29T13:14:15Z', '2023-12-31T23:59:59Z'), quoted('%Y-%m-%dT%H:%M:%SZ')) },
  {
    ...row('Time', 'time', string, quoted('%Y-%m-%dT%H:%M:%SZ', '%Y-%m-%d %H:%M:%S', '%s')),
    optional: [quoted('UTC', 'Europe/Berlin')],
  },
  row(
    'FormatTime',
    'string',
    time,
    quoted('%Y-%m-%dT%H:%M:%SZ', '%d/%b/%Y:%H:%M:%S', '%A %j %I %p', '%s.%L', '%y-%m-%e'),
  ),
  row('TruncateTime', 'time', time, duration),
  row('Unix', 'time', 'small'),
  { ...row('Unix', 'time', 'small'), optional: [literals('0', '5', '123456789')] },
  row('UnixNano', 'int', time),
  row('UnixMicro', 'int', time),
  row('UnixMilli', 'int', time),
  row('UnixSeconds', 'int', time),
  row('Duration', 'duration', quoted('1h', '1h30m', '250ms', '15s', '1.5s', '2us')),
  row('Duration', 'duration', string),
  row('Hours', 'float', duration),
  row('Minutes', 'float', duration),
  row('Seconds', 'float', duration),
  row('Milliseconds', 'int', duration),
  row('Microseconds', 'int', duration),
  row('Nanoseconds', 'int', duration),
  row('Year', 'int', time),
  row('Month', 'int', time),
  row('Day', 'int', time),
  row('Weekday', 'int', time),
  row('Hour', 'int', time),
  row('Minute', 'int', time),
  row('Second', 'int', time),
  row('Nanosecond', 'int', time),
  row('Log', 'float', held),
  row('Log', 'float', { of: 'float' }),
  row('ExtractPatterns', 'map', string, named),
  row('FNV', 'int', string),
  row('MD5', 'string', string),
  row('SHA1', 'string', string),
  row('SHA256', 'string', string),
  row('SHA512', 'string', string),
  row('Murmur3Hash', 'string', string),
  row('Murmur3Hash128', 'string', string),
  recent('XXH3', 'string', string),
  recent('XXH128', 'string', string),
  row('Format', 'string', quoted('%s-%v', '%v', '%s'), { listOf: 'any', through: 'String' }),
  row('Format', 'string', quoted('%d', '%05d', '%v', '%x'), { listOf: 'int', through: 'Int' }),
  row('Format', 'string', quoted('%f', '%.2f', '%v'), { listOf: 'float', through: 'Double' }),
  row('Hex', 'string', held),
  row('ParseInt', 'int', string, literals('0', '8', '10', '16')),
  row('ParseKeyValue', 'map', string),
  { ...row('ParseKeyValue', 'map', string, quoted('=', ':'), quoted(' ', ',')) },
  row('ToKeyValueString', 'string', map, quoted('=', ':'), quoted(' ', ','), literals('true')),
  row('ParseCSV', 'map', string, quoted('a,b', 'x,y,z')),
  row('URL', 'map', string),
  row('Sort', 'slice', { of: 'slice' }, quoted('asc', 'desc')),
  row('SliceToMap', 'map', { of: 'slice' }, literals('["k"]'), literals('["v"]')),
  { ...row('Trim', 'string', string), optional: [quoted('a', ' ', 'pd')] },
  recent('TrimPrefix', 'string', string, quoted('user-', 'a', '')),
  recent('TrimSuffix', 'string', string, quoted('42', 's', '')),
  recent('Index', 'int', string, quoted('a', 'r', '')),
  recent('Base64Encode', 'string', string),
  // What is no base64 of a text would give bytes that are no text.
  row('Decode', 'string', quoted('YWJj', 'w7zwnYSe', '!!'), quoted('base64')),
  row('Decode', 'string', string, quoted('utf-8')),
  row('Base64Decode', 'string', quoted('YWJj', 'cGF5bWVudHM=', '!')),
  recent(
    'ParseSeverity',
    'string',
    any,
    literals(
      '{"error": [{"equals": ["err", "ERROR"]}, {"range": {"min": 400, "max": 599}}], "info": [{"equals": ["INFO"]}, {"range": "2xx"}]}',
    ),
  ),
];
