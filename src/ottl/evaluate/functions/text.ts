import { RawList } from '../raw-list';
import { OttlError } from '../value';
import { toCamel, toLowerCase, toSnake, toUpperCase } from './case';
import { type Converter, converter } from './function';
import { byteLength, isAscii, isRuneStart, text as textOf, utf8 } from './utf8';

const CASES: Readonly<Record<string, (text: string) => string>> = {
  lower: toLowerCase,
  upper: toUpperCase,
  snake: toSnake,
  camel: toCamel,
};

function changed(change: (text: string) => string): Converter {
  return converter({
    parameters: { target: 'string' },
    make:
      ({ target }) =>
      (place) =>
        change(target(place)),
  });
}

/** A part of a text, counted in bytes. `safe` keeps characters whole. */
function substring(target: string, start: bigint, length: bigint, safe: boolean): string {
  const size = BigInt(byteLength(target));
  if (start > size || length > size - start)
    throw new OttlError(`a text of ${size} bytes has no ${length} bytes from ${start} on`);
  const from = Number(start);
  const to = from + Number(length);
  if (isAscii(target)) return target.slice(from, to);
  const bytes = utf8(target);
  return textOf(safe ? wholeCharacters(bytes, from, to) : bytes.subarray(from, to), 'Substring');
}

function wholeCharacters(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const inside = (at: number): boolean => at < bytes.length && !isRuneStart(bytes[at] ?? 0);
  let from = start;
  while (inside(from)) from++;
  let to = end;
  while (from < to && inside(to)) to--;
  return bytes.subarray(from, Math.max(from, to));
}

/** A text without the characters of a set at both of its ends. */
function trim(text: string, set: string): string {
  const characters = [...text];
  const cut = new Set(set);
  let from = 0;
  let to = characters.length;
  while (from < to && cut.has(characters[from] ?? '')) from++;
  while (to > from && cut.has(characters[to - 1] ?? '')) to--;
  return characters.slice(from, to).join('');
}

/** What is made of texts. */
export const texts = {
  Concat: converter({
    parameters: { vals: 'stringLikes', delimiter: 'string' },
    make:
      ({ vals, delimiter }) =>
      (place) => {
        const between = delimiter(place);
        return vals.map((value) => value(place) ?? '<nil>').join(between);
      },
  }),
  ConvertCase: converter({
    parameters: { target: 'string', to_case: 'literalString' },
    make: ({ target, to_case }) => {
      const change = Object.hasOwn(CASES, to_case) ? CASES[to_case] : undefined;
      if (change === undefined)
        throw new OttlError(`the case "${to_case}" is none of ${Object.keys(CASES).join(', ')}`);
      return (place) => change(target(place));
    },
  }),
  Split: converter({
    parameters: { target: 'string', delimiter: 'string' },
    make:
      ({ target, delimiter }) =>
      (place) => {
        const text = target(place);
        const between = delimiter(place);
        return RawList.make('string', between === '' ? [...text] : text.split(between));
      },
  }),
  Substring: converter({
    parameters: { target: 'string', start: 'int', length: 'int', utf8_safe: 'literalBool?' },
    make:
      ({ target, start, length, utf8_safe }) =>
      (place) => {
        const from = start(place);
        if (from < 0n) throw new OttlError(`a part of a text cannot begin at ${from}`);
        const size = length(place);
        if (size <= 0n) throw new OttlError(`a part of a text cannot have ${size} bytes`);
        return substring(target(place), from, size, utf8_safe ?? false);
      },
  }),
  ToCamelCase: changed(toCamel),
  ToLowerCase: changed(toLowerCase),
  ToSnakeCase: changed(toSnake),
  ToUpperCase: changed(toUpperCase),
  Trim: converter({
    parameters: { target: 'string', replacement: 'literalString?' },
    make:
      ({ target, replacement }) =>
      (place) =>
        trim(target(place), replacement ?? ' '),
  }),
  TrimPrefix: converter({
    parameters: { target: 'string', prefix: 'string' },
    make:
      ({ target, prefix }) =>
      (place) => {
        const text = target(place);
        const cut = prefix(place);
        return text.startsWith(cut) ? text.slice(cut.length) : text;
      },
  }),
  TrimSuffix: converter({
    parameters: { target: 'string', suffix: 'string' },
    make:
      ({ target, suffix }) =>
      (place) => {
        const text = target(place);
        const cut = suffix(place);
        return text.endsWith(cut) ? text.slice(0, text.length - cut.length) : text;
      },
  }),
} satisfies Record<string, Converter>;
