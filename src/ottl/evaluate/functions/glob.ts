import { literally } from '../../../model/literally';
import { OttlError, Unsupported } from '../value';
import { regex } from './regex';
import { isAscii } from './utf8';

/**
 * Patterns like `/api/*`, which match a whole text: `*` is any text, `?` any character, `[abc]`, `[!a-z]` one of them,
 * `{a,b}` one of several patterns, and `\` takes the next character as it is.
 */
export interface Glob {
  readonly test: (text: string) => boolean;
}

const cache = new Map<string, Glob>();
const MAX_CACHED = 1000;

/** Alone, these match the empty text too. */
const ALONE = /^(?:\?|\[!(?:[^\]\\]|\\.)+\])\\?$/su;
/** Together with others, these are confused by characters of several bytes. */
const COUNTED = /[?[{]/;

/** Throws `OttlError` for what is no pattern. */
export function glob(pattern: string): Glob {
  let compiled = cache.get(pattern);
  if (compiled === undefined) {
    compiled = compile(pattern);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(pattern, compiled);
  }
  return compiled;
}

function compile(pattern: string): Glob {
  const whole = regex(`(?s)\\A(?:${new GlobReader(pattern).read()})\\z`);
  if (ALONE.test(pattern)) return { test: (text) => text === '' || whole.test(text) };
  if (!COUNTED.test(pattern)) return whole;
  return {
    test: (text) => {
      if (!isAscii(text) || !isAscii(pattern)) throw new Unsupported(`the pattern "${pattern}" for text beyond ASCII`);
      return whole.test(text);
    },
  };
}

/** Several braces, empty alternatives and wildcards in them are not always tried in every combination. */
const UNKNOWN = /[\0\ufffd]|\{.*\{|\{.*,,|\{,|,\}|\{\}|,$|\{$|\{[^}]*[*?[]/s;

const inClass = (character: string): string => character.replace(/[\\\]^[-]/g, '\\$&');

/** Makes a regular expression of a pattern. */
class GlobReader {
  readonly #characters: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    if (UNKNOWN.test(pattern)) throw new Unsupported(`the pattern ${JSON.stringify(pattern)}`);
    this.#characters = [...pattern];
  }

  read(): string {
    let written = '';
    while (this.#at < this.#characters.length) written += this.#item(this.#characters[this.#at++] ?? '');
    // Braces that are left open end with the pattern.
    return written + ')'.repeat(this.#depth);
  }

  #item(character: string): string {
    switch (character) {
      case '*':
        return '.*';
      case '?':
        return '.';
      case '[':
        return this.#class();
      case '{':
        this.#depth++;
        return '(?:';
      case '\\':
        return literally(this.#characters[this.#at++] ?? '');
      default:
        break;
    }
    if (this.#depth > 0 && character === ',') return '|';
    if (this.#depth > 0 && character === '}') {
      this.#depth--;
      return ')';
    }
    return literally(character);
  }

  #class(): string {
    const not = this.#characters[this.#at] === '!' ? '^' : '';
    if (not !== '') this.#at++;
    const [low = '', dash, high = ''] = this.#characters.slice(this.#at);
    const inside = dash === '-' ? this.#range(low, high) : this.#list();
    if (this.#characters[this.#at++] !== ']') throw new OttlError('a "[" of the pattern is not closed');
    return `[${not}${inside}]`;
  }

  #range(low: string, high: string): string {
    this.#at += 3;
    if ((low.codePointAt(0) ?? 0) > (high.codePointAt(0) ?? 0))
      throw new OttlError(`"${low}" comes behind "${high}" in the pattern`);
    return `${inClass(low)}-${inClass(high)}`;
  }

  #list(): string {
    let written = '';
    for (let next = this.#characters[this.#at]; next !== undefined && next !== ']'; next = this.#characters[this.#at]) {
      if (next === '\\') this.#at++;
      written += inClass(this.#characters[this.#at++] ?? '');
    }
    if (written === '') throw new OttlError('a "[]" of the pattern is empty');
    return written;
  }
}
