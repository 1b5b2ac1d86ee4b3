import { differencesOf } from '../differences';
import { goType } from '../go-type';
import { RawList } from '../raw-list';
import { Duration, Id, Instant, OttlError, type OttlValue, Part, Unsupported } from '../value';
import { type Converter, converter } from './function';
import { parseAddress, parseNetwork } from './ip';
import { regexOf } from './regex';

/**
 * Whether a value is of a type. The real function tries to read it as that type, so that newer releases refuse a literal
 * of another type at start.
 */
function typeTest(is: (value: OttlValue) => boolean): Converter {
  return converter({
    parameters: { target: 'any' },
    make: ({ target }, { release }) => {
      if (target.literal !== undefined && !is(target.literal.value) && differencesOf(release).foldsLiterals)
        throw new OttlError(`a literal of type ${goType(target.literal.value)} is never of the type that is asked for`);
      return (place) => is(target(place));
    },
  });
}

function isList(value: OttlValue): boolean {
  if (value instanceof Part) return Array.isArray(value.source);
  return Array.isArray(value) && !(value instanceof RawList && value.element === 'uint');
}

/** 00:00 on the first day of the year 1, which is Go's zero. */
const ZERO_TIME = -62_135_596_800_000_000_000n;

/** Whether a value is nil, the zero of its type, or holds nothing. */
function isEmpty(value: OttlValue): boolean {
  if (value === null) return true;
  if (typeof value === 'number') return value === 0;
  if (typeof value !== 'object') return !value;
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length === 0;
  if (value instanceof Map) return value.size === 0;
  if (value instanceof Duration) return value.nanoseconds === 0n;
  if (value instanceof Instant) return value.nanoseconds === ZERO_TIME && value.zone === 'UTC';
  if (value instanceof Id) return /^0*$/.test(value.hex);
  return false;
}

/** The digits of a card number or the like, the last of which is made of the others. */
function isValidLuhn(text: string): boolean {
  const digits = text.replaceAll(' ', '');
  if (digits === '') return false;
  if (!/^[0-9]+$/.test(digits)) throw new OttlError(`"${text}" has other characters than digits and spaces`);
  let sum = 0;
  for (let index = 0; index < digits.length - 1; index++) {
    const digit = Number(digits[digits.length - 2 - index]);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += index % 2 === 0 ? doubled : digit;
  }
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** What is true or false of a value. */
export const predicates = {
  IsBool: typeTest((value) => typeof value === 'boolean'),
  IsDouble: typeTest((value) => typeof value === 'number'),
  IsInt: typeTest((value) => typeof value === 'bigint'),
  IsMap: typeTest((value) => value instanceof Map),
  IsString: typeTest((value) => typeof value === 'string'),
  IsEmpty: converter({
    parameters: { target: 'any' },
    make:
      ({ target }) =>
      (place) =>
        isEmpty(target(place)),
  }),
  IsList: converter({
    parameters: { target: 'any' },
    make:
      ({ target }) =>
      (place) =>
        isList(target(place)),
  }),
  HasPrefix: converter({
    parameters: { target: 'string', prefix: 'string' },
    make:
      ({ target, prefix }) =>
      (place) =>
        target(place).startsWith(prefix(place)),
  }),
  HasSuffix: converter({
    parameters: { target: 'string', suffix: 'string' },
    make:
      ({ target, suffix }) =>
      (place) =>
        target(place).endsWith(suffix(place)),
  }),
  IsMatch: converter({
    parameters: { target: 'stringLike', pattern: 'string' },
    make: ({ target, pattern }) => {
      const regex = regexOf(pattern);
      return (place) => {
        const compiled = regex(place);
        const text = target(place);
        return text !== null && compiled.test(text);
      };
    },
  }),
  IsInCIDR: converter({
    parameters: { target: 'string', networks: 'strings' },
    make: ({ target, networks }) => {
      const literals = networks.every((network) => network.literal !== undefined)
        ? networks.map((network) => parseNetwork(network.literal?.value ?? ''))
        : undefined;
      return (place) => {
        const address = parseAddress(target(place));
        if (address === undefined) return false;
        if (literals !== undefined) return literals.some((contains) => contains(address));
        return networks.some((network) => parseNetwork(network(place))(address));
      };
    },
  }),
  IsRootSpan: converter({
    parameters: {},
    make: () => (place) => {
      if (place.span === undefined) throw new Unsupported('IsRootSpan outside of a span');
      return /^0*$/.test(place.span.parentSpanId);
    },
  }),
  IsValidLuhn: converter({
    parameters: { target: 'stringLike' },
    make:
      ({ target }) =>
      (place) => {
        const text = target(place);
        if (text === null) throw new OttlError('nil is no number to check');
        return isValidLuhn(text);
      },
  }),
} satisfies Record<string, Converter>;
