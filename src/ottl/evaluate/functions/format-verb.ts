import { goType } from '../go-type';
import { RawList } from '../raw-list';
import { Duration, Id, Instant, type OttlValue, Unsupported } from '../value';
import { type Exponential, exponential, fixed, shortest } from './decimal';
import { formatDuration } from './time/duration';
import { formatDefault } from './time/format';
import { byteLength, utf8 } from './utf8';

/** A verb of a format, and how it is written: `%-08.3f`. */
export interface Directive {
  readonly verb: string;
  readonly flags: string;
  /** In characters; 0 for none. */
  readonly width: number;
  readonly precision?: number;
}

const BASES: Readonly<Record<string, number>> = { d: 10, v: 10, b: 2, o: 8, x: 16, X: 16 };

/** What Go's `fmt` writes for a value. */
export function write(value: OttlValue, directive: Directive): string {
  const { flags } = directive;
  if (flags.includes('#') || (directive.verb === 'v' && flags.includes('+'))) throw unsupported(value, directive);
  return writeAny(value, directive);
}

function writeAny(value: OttlValue, directive: Directive): string {
  if (value === null) return directive.verb === 'v' ? pad('<nil>', directive) : `%!${directive.verb}(<nil>)`;
  switch (typeof value) {
    case 'boolean':
      return /[tv]/.test(directive.verb) ? pad(String(value), directive) : wrong(value, directive);
    case 'bigint':
      return writeInt(value, directive);
    case 'number':
      return writeFloat(value, directive);
    case 'string':
      return writeText(value, directive);
    default:
      return writeObject(value, directive);
  }
}

function unsupported(value: OttlValue, { verb, flags }: Directive): Unsupported {
  return new Unsupported(`"%${flags}${verb}" of a value of type ${goType(value)}`);
}

/** What Go writes where the verb does not fit the type. */
function wrong(value: OttlValue, directive: Directive): string {
  const { verb } = directive;
  if (verb === 'T' || verb === 'p') throw unsupported(value, directive);
  return `%!${verb}(${goType(value)}=${writeAny(value, { ...directive, verb: 'v' })})`;
}

/** To the width, with spaces, or with zeros behind the sign of a number. */
function pad(text: string, { flags, width }: Directive, isNumber = false): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const [sign = ''] = isNumber ? (/^[+\- ]/.exec(text) ?? []) : [];
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

function signOf(negative: boolean, flags: string): string {
  if (negative) return '-';
  if (flags.includes('+')) return '+';
  return flags.includes(' ') ? ' ' : '';
}

function writeInt(value: bigint, directive: Directive): string {
  const { verb, flags, precision } = directive;
  const base = BASES[verb];
  if (base === undefined) {
    if (/[cqUO]/.test(verb)) throw unsupported(value, directive);
    return wrong(value, directive);
  }
  const negative = value < 0n;
  let digits = (negative ? -value : value).toString(base);
  if (verb === 'X') digits = digits.toUpperCase();
  if (precision === 0 && value === 0n) return ' '.repeat(directive.width);
  if (precision !== undefined) digits = digits.padStart(precision, '0');
  // A precision takes the place of zeros in front.
  const padded = precision === undefined ? directive : { ...directive, flags: flags.replace(/0/g, '') };
  return pad(signOf(negative, flags) + digits, padded, true);
}

function writeFloat(value: number, directive: Directive): string {
  const { verb, flags, precision } = directive;
  if (!/[eEfFgGv]/.test(verb)) {
    if (/[bxX]/.test(verb)) throw unsupported(value, directive);
    return wrong(value, directive);
  }
  const negative = value < 0 || Object.is(value, -0);
  const sign = signOf(negative, flags);
  if (!Number.isFinite(value)) {
    // Zeros never stand before infinity.
    const plain = { ...directive, flags: flags.replace(/0/g, '') };
    if (Number.isNaN(value)) return pad(`${sign}NaN`, plain);
    return pad(`${sign === '' ? '+' : sign}Inf`, plain);
  }
  const digits = floatDigits(Math.abs(value), verb, precision);
  const written = /[EG]/.test(verb) ? digits.toUpperCase() : digits;
  return pad(sign + written, directive, true);
}

/** How many digits `%e` and `%f` have behind the point. */
const DEFAULT_PRECISION = 6;
/** More digits than these are not worth their time. */
const MAX_DIGITS = 1000;

function floatDigits(value: number, verb: string, precision: number | undefined): string {
  if ((precision ?? 0) > MAX_DIGITS) throw new Unsupported(`a float with ${precision} digits`);
  if (/[eE]/.test(verb)) return withExponent(exponential(value, precision ?? DEFAULT_PRECISION));
  if (/[fF]/.test(verb)) return fixed(value, precision ?? DEFAULT_PRECISION);
  return general(value, precision);
}

function withExponent({ digits, exponent }: Exponential): string {
  const fraction = digits.slice(1);
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.charAt(0)}${fraction === '' ? '' : `.${fraction}`}e${exponent < 0 ? '-' : '+'}${power}`;
}

/** The exponent from which on the shortest digits are written with it. */
const SHORTEST_LIMIT = 6;

/** `%g`: the shortest digits, or as many as asked for, with an exponent where it is far from 1. */
function general(value: number, precision: number | undefined): string {
  if (value === 0) return '0';
  const wanted = precision === undefined ? undefined : Math.max(precision, 1);
  const exact = wanted === undefined ? shortest(value) : exponential(value, wanted - 1);
  const { exponent } = exact;
  const digits = exact.digits.replace(/0+$/, '');
  if (exponent < -4 || exponent >= (wanted ?? SHORTEST_LIMIT)) return withExponent({ digits, exponent });
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function writeText(value: string, directive: Directive): string {
  const { verb, precision } = directive;
  const text = precision === undefined ? value : [...value].slice(0, precision).join('');
  switch (verb) {
    case 's':
    case 'v':
      return pad(text, directive);
    case 'x':
    case 'X':
      return writeBytes(utf8(value), directive);
    case 'q':
      return pad(quote(text, directive), directive);
    default:
      return wrong(value, directive);
  }
}

function quote(value: string, directive: Directive): string {
  // Which characters Go escapes is known here for ASCII only.
  if (byteLength(value) !== value.length) throw unsupported(value, directive);
  const named: Readonly<Record<string, string>> = {
    '"': '\\"',
    '\\': '\\\\',
    '\u0007': '\\a',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
  };
  let written = '';
  for (const character of value) {
    const code = character.charCodeAt(0);
    const isPlain = code >= 0x20 && code < 0x7f;
    written += named[character] ?? (isPlain ? character : `\\x${code.toString(16).padStart(2, '0')}`);
  }
  return `"${written}"`;
}

/** Two digits for each byte. */
function writeBytes(bytes: Uint8Array, directive: Directive): string {
  if (directive.flags.includes(' ')) throw new Unsupported('spaces between bytes in a format');
  const digits = Buffer.from(bytes.subarray(0, directive.precision)).toString('hex');
  return pad(directive.verb === 'X' ? digits.toUpperCase() : digits, directive);
}

function writeObject(value: OttlValue & object, directive: Directive): string {
  const { verb, flags, precision } = directive;
  if (value instanceof Instant || value instanceof Id || value instanceof Duration) {
    if (value instanceof Duration && verb === 'd') return writeInt(value.nanoseconds, directive);
    if (verb === 's' || verb === 'v') return writeText(stringOf(value), directive);
    throw unsupported(value, directive);
  }
  if (value instanceof Uint8Array) {
    if (/[xX]/.test(verb)) return writeBytes(value, directive);
    if (/[vd]/.test(verb) && flags === '' && precision === undefined && directive.width === 0)
      return `[${[...value].join(' ')}]`;
    throw unsupported(value, directive);
  }
  // A list of a record is a structure of pointers in Go.
  if (value instanceof RawList) return `[${Array.from(value, (item) => write(item, directive)).join(' ')}]`;
  throw unsupported(value, directive);
}

function stringOf(value: Instant | Id | Duration): string {
  if (value instanceof Instant) return formatDefault(value);
  if (value instanceof Duration) return formatDuration(value.nanoseconds);
  return /^0*$/.test(value.hex) ? '' : value.hex;
}
