import { isAtLeast, type Release } from '../../../model/release';
import type { Place } from '../place';
import { OttlError, type OttlMap, type OttlValue, Unsupported } from '../value';
import { format as sprintf } from './format';
import { type Editor, editor, type FunctionArgument, type Getter } from './function';
import { type Glob, glob } from './glob';
import { type Regex, regexOf } from './regex';
import { expand, findAll, replaceAll, replaceMatches } from './regex-replace';

/** The release since which a function replaces matches where they stand, and its errors keep the other entries. */
const IN_PLACE_SINCE = '0.152.0';

const FORMAT = /^[^\n]*%s[^\n]*$/;
const OTHER_VERB = /%[^s]/;

/** A text in the place of `%s` in a format. */
function formatted(text: string, format: Getter<string> | undefined, place: Place): string {
  if (format === undefined) return text;
  const template = format(place);
  if (!FORMAT.test(template) || OTHER_VERB.test(template))
    throw new OttlError(`the format "${template}" is no text with one %s`);
  return sprintf(template, [text]);
}

/** What an optional function makes of a replacement. */
interface Change {
  readonly call: FunctionArgument;
  readonly format: Getter<string> | undefined;
}

function changeOf(call: FunctionArgument | undefined, format: Getter<string> | undefined): Change | undefined {
  return call === undefined ? undefined : { call, format };
}

function applied({ call, format }: Change, text: string, place: Place): string {
  const value = call(place, text);
  if (typeof value !== 'string') throw new OttlError('the function of a replacement gives no text');
  return formatted(value, format, place);
}

/** A text with its matches replaced. */
function replaced(
  regex: Regex,
  text: string,
  template: string,
  change: Change | undefined,
  place: Place,
  release: Release,
): string {
  if (change === undefined) return replaceAll(regex, text, template);
  if (isAtLeast(release, IN_PLACE_SINCE))
    return replaceMatches(regex, text, (match) => applied(change, expand(template, regex, text, match), place));
  let written = text;
  for (const match of findAll(regex, text)) {
    const found = text.slice(match[0], match[1]);
    if (found === '')
      throw new Unsupported(`a function for empty matches in release ${release}, between all characters`);
    const replacement = applied(change, expand(template, regex, text, match), place);
    written = written.replaceAll(found, () => replacement);
  }
  return written;
}

function globOf(pattern: Getter<string>): (place: Place) => Glob {
  if (pattern.literal === undefined) return (place) => glob(pattern(place));
  const compiled = glob(pattern.literal.value);
  return () => compiled;
}

/** Calls a function that may raise an error, which is nothing but undefined then. */
function attempt(run: () => string): string | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof OttlError) return undefined;
    throw error;
  }
}

/** What replaces an entry; undefined where the function raised an error. */
type Replace = (text: string) => string | undefined;

function replaceValues(map: OttlMap, regex: Regex, replace: Replace, keepsOthers: boolean): void {
  let failed = false;
  for (const [key, value] of map) {
    if (failed) {
      map.delete(key);
    } else if (typeof value === 'string' && regex.test(value)) {
      const text = replace(value);
      if (text !== undefined) map.set(key, text);
      else if (!keepsOthers) {
        failed = true;
        map.delete(key);
      }
    }
  }
}

function replaceKeys(target: OttlMap, regex: Regex, replace: Replace, keepsOthers: boolean): void {
  const map: Map<string, OttlValue> = target as Map<string, OttlValue>;
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) {
    const text = regex.test(key) ? replace(key) : key;
    if (text !== undefined) map.set(text, value);
    else if (!keepsOthers) return;
  }
}

const MODES: Readonly<Record<string, typeof replaceValues>> = { key: replaceKeys, value: replaceValues };

/** What replaces text in a record. */
export const replaceEditors = {
  replace_pattern: editor({
    parameters: {
      target: 'target',
      regex_pattern: 'string',
      replacement: 'string',
      function: 'function?',
      replacement_format: 'string?',
    },
    make: ({ target, regex_pattern, replacement, function: call, replacement_format }, { release }) => {
      const regexAt = regexOf(regex_pattern);
      const change = changeOf(call, replacement_format);
      return (place) => {
        const text = target.get(place);
        if (text === null) return;
        const template = replacement(place);
        if (typeof text !== 'string') return;
        const regex = regexAt(place);
        if (regex.test(text)) target.set(place, replaced(regex, text, template, change, place, release));
      };
    },
  }),
  replace_all_patterns: editor({
    parameters: {
      target: 'mapTarget',
      mode: 'literalString',
      regex_pattern: 'string',
      replacement: 'string',
      function: 'function?',
      replacement_format: 'string?',
    },
    make: ({ target, mode, regex_pattern, replacement, function: call, replacement_format }, { release }) => {
      const regexAt = regexOf(regex_pattern);
      const change = changeOf(call, replacement_format);
      const replace = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
      if (replace === undefined) throw new OttlError(`the mode "${mode}" is neither "key" nor "value"`);
      const keepsOthers = isAtLeast(release, IN_PLACE_SINCE);
      return (place) => {
        const map = target.get(place);
        const template = replacement(place);
        const regex = regexAt(place);
        const one: Replace = (text) => attempt(() => replaced(regex, text, template, change, place, release));
        replace(map, regex, one, keepsOthers);
        // Older releases set what they have made apart, and not the map itself.
        target.set(place, keepsOthers ? map : new Map<string, OttlValue>(map));
      };
    },
  }),
  replace_match: editor({
    parameters: {
      target: 'target',
      pattern: 'string',
      replacement: 'string',
      function: 'function?',
      replacement_format: 'string?',
    },
    make: ({ target, pattern, replacement, function: call, replacement_format }) => {
      const globAt = globOf(pattern);
      const change = changeOf(call, replacement_format);
      return (place) => {
        const matcher = globAt(place);
        const text = target.get(place);
        const template = replacement(place);
        const written = change === undefined ? template : applied(change, template, place);
        if (typeof text === 'string' && matcher.test(text)) target.set(place, written);
      };
    },
  }),
  replace_all_matches: editor({
    parameters: {
      target: 'mapTarget',
      pattern: 'string',
      replacement: 'string',
      function: 'function?',
      replacement_format: 'string?',
    },
    make: ({ target, pattern, replacement, function: call, replacement_format }) => {
      const globAt = globOf(pattern);
      const change = changeOf(call, replacement_format);
      return (place) => {
        const matcher = globAt(place);
        const map = target.get(place);
        const template = replacement(place);
        const written = change === undefined ? template : applied(change, template, place);
        for (const [key, value] of map) if (typeof value === 'string' && matcher.test(value)) map.set(key, written);
        target.set(place, map);
      };
    },
  }),
} satisfies Record<string, Editor>;
