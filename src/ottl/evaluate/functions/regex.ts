import { RE2JS } from 're2js';
import type { Place } from '../place';
import { OttlError, Unsupported } from '../value';
import { toJavaScript } from './fast-regex';
import type { Getter } from './function';

/** Where a match and its groups begin and end, in pairs; -1 for a group that took no part. */
export type MatchIndexes = readonly number[];

/** A regular expression of RE2, as Go has it. */
export class Regex {
  readonly #re2: RE2JS;
  readonly #fast: RegExp | undefined;
  /** The names of the groups, by their numbers; '' for one that has none, and for the whole match (0). */
  readonly names: readonly string[];

  /** Throws `OttlError` for what is no regular expression. */
  constructor(readonly pattern: string) {
    try {
      this.#re2 = RE2JS.compile(pattern);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason.includes('duplicate capture group name'))
        throw new Unsupported(`two groups of one name in "${pattern}"`);
      throw new OttlError(`"${pattern}" is no regular expression: ${reason}`);
    }
    this.#fast = toJavaScript(pattern);
    const names = new Array<string>(this.#re2.groupCount() + 1).fill('');
    for (const [name, group] of Object.entries(this.#re2.namedGroups())) names[group] = name;
    this.names = names;
  }

  /** Whether it matches anywhere. */
  test(text: string): boolean {
    return this.#fast === undefined ? this.#re2.test(text) : this.#fast.test(text);
  }

  /** The first match at or behind a position. What stands before the position still counts for `^` and `\b`. */
  find(text: string, from = 0): MatchIndexes | undefined {
    const matcher = this.#re2.matcher(text);
    if (!matcher.find(from)) return undefined;
    return this.names.flatMap((_, group) => [matcher.start(group), matcher.end(group)]);
  }
}

/** Patterns may come from records: as many as here are kept. */
const MAX_CACHED = 1000;
const cache = new Map<string, Regex>();

/** Throws `OttlError` for what is no regular expression. */
export function regex(pattern: string): Regex {
  let compiled = cache.get(pattern);
  if (compiled === undefined) {
    compiled = new Regex(pattern);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(pattern, compiled);
  }
  return compiled;
}

/** What an argument gives as a pattern. A literal is compiled at once, and refused at start. */
export function regexOf(pattern: Getter<string>): (place: Place) => Regex {
  if (pattern.literal === undefined) return (place) => regex(pattern(place));
  const compiled = regex(pattern.literal.value);
  return () => compiled;
}
