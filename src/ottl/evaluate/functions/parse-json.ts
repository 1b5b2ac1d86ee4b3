import { OttlError, type OttlMap, type OttlValue } from '../value';
import { parseFloat64 } from './strconv';

/** As deep as the collector's library goes. */
const MAX_DEPTH = 10_000;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /[-0-9][-+0-9.eE]*/y;
/** Control characters are allowed, in contrast to the standard. */
const STRING = /"([^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*)"/y;

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * JSON, as the collector's own library reads it: numbers are floats of any form that Go knows (`01`), and text may hold
 * line breaks. Throws `OttlError` for what is none.
 */
export function parseJson(text: string): OttlValue {
  return new Reader(text).document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): OttlValue {
    const value = this.#value(0);
    this.#skip(SPACE);
    if (this.#at < this.#text.length) this.#fail();
    return value;
  }

  #fail(): never {
    throw new OttlError(`the text is no JSON: unexpected ${JSON.stringify(this.#text.slice(this.#at, this.#at + 10))}`);
  }

  /** What a sticky expression finds here, which is stepped over. */
  #skip(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match;
  }

  /** Whether a character comes next, which is stepped over. */
  #take(character: string): boolean {
    this.#skip(SPACE);
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  #value(depth: number): OttlValue {
    if (depth > MAX_DEPTH) this.#fail();
    if (this.#take('{')) return this.#object(depth);
    if (this.#take('[')) return this.#array(depth);
    const string = this.#string();
    if (string !== undefined) return string;
    const number = this.#skip(NUMBER);
    if (number !== undefined) return parseFloat64(number[0]) ?? this.#fail();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#fail();
  }

  #string(): string | undefined {
    if (this.#text.charAt(this.#at) !== '"') return undefined;
    const match = this.#skip(STRING) ?? this.#fail();
    return (match[1] ?? '')
      .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, short?: string) =>
        code === undefined ? (ESCAPES[short ?? ''] ?? short ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/\p{Surrogate}/gu, '\ufffd');
  }

  #object(depth: number): OttlMap {
    const map: OttlMap = new Map<string, OttlValue>();
    if (this.#take('}')) return map;
    for (;;) {
      this.#skip(SPACE);
      const key = this.#string() ?? this.#fail();
      if (!this.#take(':')) this.#fail();
      map.set(key, this.#value(depth + 1));
      if (this.#take('}')) return map;
      if (!this.#take(',')) this.#fail();
    }
  }

  #array(depth: number): OttlValue[] {
    const list: OttlValue[] = [];
    if (this.#take(']')) return list;
    for (;;) {
      list.push(this.#value(depth + 1));
      if (this.#take(']')) return list;
      if (!this.#take(',')) this.#fail();
    }
  }
}
