import type { ConfigValue } from '../model/config';
import { isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { didYouMean } from '../model/nearest';
import { isReference, isWholeReference } from '../model/reference';
import { listed } from './rule';

/**
 * What may stand in a part of the configuration that is not a component's. `null` may stand anywhere, and so may a
 * reference for a whole value.
 */
export type Shape =
  | 'any'
  | 'text'
  | 'number'
  | 'boolean'
  | 'duration'
  /** A list of texts, or one text with commas. */
  | 'texts'
  /** A map, whatever is in it. */
  | 'map'
  /** A map with these fields and no others. */
  | { readonly fields: Fields; readonly required?: readonly string[] }
  /** A map with any keys. */
  | { readonly values: Shape }
  | { readonly list: Shape }
  /** One of these words, in any case; or the number that the collector keeps for it. */
  | { readonly words: readonly string[] }
  | { readonly either: readonly [Shape, Shape] };

export type Fields = Readonly<Record<string, Shape>>;

/** A place where a value does not have its shape. */
export interface Misfit {
  readonly keys: Keys;
  /** What is wrong, as the end of a sentence that begins with the place. */
  readonly problem: string;
  readonly fix: string;
}

/** Where `value` does not have the shape. */
export function* misfits(value: ConfigValue | undefined, shape: Shape, keys: Keys): Generator<Misfit> {
  if (value == null || shape === 'any' || isWholeReference(value)) return;
  if (typeof shape === 'object') yield* structured(value, shape, keys);
  else if (!fits[shape](value)) yield wrong(keys, value, names[shape]);
}

type Simple = Exclude<Shape, object | 'any'>;

// Go's durations (time.ParseDuration); a bare number counts nanoseconds.
const goDuration = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

const fits: Readonly<Record<Simple, (value: ConfigValue) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  duration: (value) =>
    typeof value === 'number' || (typeof value === 'string' && (isReference(value) || goDuration.test(value))),
  texts: (value) => typeof value === 'string' || (Array.isArray(value) && value.every(isTextOrNull)),
  map: isConfigMap,
};

const names: Readonly<Record<Simple, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  duration: 'a duration such as 10s',
  texts: 'a list of texts',
  map: 'a map',
};

function isTextOrNull(value: ConfigValue): boolean {
  return value === null || typeof value === 'string';
}

function* structured(value: ConfigValue, shape: Exclude<Shape, string>, keys: Keys): Generator<Misfit> {
  if ('either' in shape) {
    const [first, second] = shape.either.map((one) => [...misfits(value, one, keys)]);
    if (second?.length !== 0) yield* first ?? [];
  } else if ('words' in shape) {
    yield* word(value, shape.words, keys);
  } else if ('list' in shape) {
    if (!Array.isArray(value)) yield wrong(keys, value, 'a list');
    else for (const [i, item] of value.entries()) yield* misfits(item, shape.list, [...keys, i]);
  } else if (!isConfigMap(value)) {
    yield wrong(keys, value, 'a map');
  } else if ('values' in shape) {
    for (const [key, item] of Object.entries(value)) yield* misfits(item, shape.values, [...keys, key]);
  } else {
    yield* fieldsOf(value, shape, keys);
  }
}

function* fieldsOf(
  value: { readonly [key: string]: ConfigValue },
  shape: { readonly fields: Fields; readonly required?: readonly string[] },
  keys: Keys,
): Generator<Misfit> {
  for (const [key, item] of Object.entries(value)) {
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    if (field === undefined) yield unknown([...keys, key], key, Object.keys(shape.fields));
    else yield* misfits(item, field, [...keys, key]);
  }
  for (const key of shape.required ?? []) {
    if (value[key] == null) yield { keys, problem: `lacks "${key}"`, fix: `Add "${key}".` };
  }
}

function* word(value: ConfigValue, words: readonly string[], keys: Keys): Generator<Misfit> {
  if (typeof value === 'number' || isReference(value)) return;
  if (typeof value === 'string' && words.includes(value.toLowerCase())) return;
  const problem = `is ${JSON.stringify(value)}, which is none of ${listed(words)}`;
  const name = typeof value === 'string' ? value : '';
  yield { keys, problem, fix: didYouMean(name.toLowerCase(), words, `Write one of ${listed(words)}.`) };
}

function unknown(keys: Keys, key: string, known: readonly string[]): Misfit {
  return { keys, problem: 'is unknown', fix: didYouMean(key, known, `Known are ${listed(known)}.`) };
}

function wrong(keys: Keys, value: ConfigValue, wanted: string): Misfit {
  return { keys, problem: `is ${kindOf(value)}, but has to be ${wanted}`, fix: `Write ${wanted}.` };
}

function kindOf(value: ConfigValue): string {
  if (Array.isArray(value)) return 'a list';
  if (isConfigMap(value)) return 'a map';
  return `${JSON.stringify(value)}`;
}
