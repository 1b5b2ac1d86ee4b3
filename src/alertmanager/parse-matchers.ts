import { BadEscape, readEscape } from '../ottl/unquote';
import { type Matcher, MatcherError, type MatcherType, matcherOf } from './matcher';

/**
 * The matchers of a text, as Alertmanager reads it in its configuration: in UTF-8, or as it read them before version 0.27,
 * which also decides where both have a meaning.
 *
 * @throws MatcherError for a text that neither reads
 */
export function parseMatchers(text: string): readonly Matcher[] {
  const now = attempt(() => new Parser(text).all());
  const before = attempt(() => parseClassic(text));
  if ('matchers' in before) return before.matchers;
  if ('matchers' in now) return now.matchers;
  throw now.error;
}

type Attempt = { readonly matchers: readonly Matcher[] } | { readonly error: MatcherError };

function attempt(parse: () => readonly Matcher[]): Attempt {
  try {
    return { matchers: parse() };
  } catch (error) {
    if (error instanceof MatcherError) return { error };
    throw error;
  }
}

// What Go's unicode.IsSpace says.
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const reserved = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{}!=~,\\"'`]/;

type TokenKind = 'open' | 'close' | 'comma' | 'operator' | 'word' | 'end';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const marks: Readonly<Record<string, TokenKind>> = { '{': 'open', '}': 'close', ',': 'comma' };

/** Reads `{name="value", name!~value}`, with or without the braces. */
class Parser {
  private at = 0;
  private token: Token;

  constructor(private readonly text: string) {
    this.token = this.scan();
  }

  all(): readonly Matcher[] {
    const matchers: Matcher[] = [];
    const braced = this.token.kind === 'open';
    if (braced) this.advance();
    while (this.token.kind === 'word' || (matchers.length === 0 && this.token.kind !== 'close')) {
      if (matchers.length === 0 && this.token.kind === 'end') break;
      matchers.push(this.matcher());
      if (this.token.kind !== 'comma') break;
      this.advance();
    }
    if (braced) {
      if (this.token.kind !== 'close') throw new MatcherError('a closing brace is missing');
      this.advance();
    }
    if (this.token.kind !== 'end') throw new MatcherError(`"${this.token.text}" is not expected`);
    return matchers;
  }

  private matcher(): Matcher {
    const name = this.expect('word', 'the name of a label');
    const type = this.expect('operator', 'one of =, !=, =~ and !~');
    return matcherOf(name, type as MatcherType, this.expect('word', 'a value'));
  }

  private expect(kind: TokenKind, what: string): string {
    const { token } = this;
    if (token.kind !== kind) {
      throw new MatcherError(
        `${token.kind === 'end' ? 'the text ends' : `"${token.text}" stands`} where ${what} should be`,
      );
    }
    this.advance();
    return token.text;
  }

  private advance(): void {
    this.token = this.scan();
  }

  private scan(): Token {
    while (space.test(this.text.charAt(this.at))) this.at++;
    const char = this.text.charAt(this.at);
    if (char === '') return { kind: 'end', text: '' };
    const mark = marks[char];
    if (mark !== undefined) {
      this.at++;
      return { kind: mark, text: char };
    }
    const operator = /^(?:=~|!~|!=|=)/.exec(this.text.slice(this.at))?.[0];
    if (operator !== undefined) {
      this.at += operator.length;
      return { kind: 'operator', text: operator };
    }
    if (char === '"') return this.quoted();
    const start = this.at;
    while (this.at < this.text.length && !reserved.test(this.text.charAt(this.at))) this.at++;
    if (this.at === start) throw new MatcherError(`"${char}" has to stand in double quotes`);
    return { kind: 'word', text: this.text.slice(start, this.at) };
  }

  private quoted(): Token {
    const bytes: Buffer[] = [];
    for (let at = this.at + 1; at < this.text.length; ) {
      const char = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
      if (char === '"') {
        this.at = at + 1;
        return { kind: 'word', text: decoded(Buffer.concat(bytes)) };
      }
      if (char === '\n') throw new MatcherError('a line break stands in quotes; write \\n');
      const read = char === '\\' ? readEscape(this.text, at) : { char, length: char.length };
      if (read instanceof BadEscape) {
        throw new MatcherError(`"${this.text.slice(at, at + 2)}" is no escape; a backslash is written twice`);
      }
      bytes.push(Buffer.from(read.char, isByte(this.text.slice(at)) ? 'latin1' : 'utf8'));
      at += read.length;
    }
    throw new MatcherError('a closing quote is missing');
  }
}

/** Whether an escape stands for a byte, and not for a character. */
function isByte(text: string): boolean {
  return /^\\[x0-7]/.test(text);
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new MatcherError('the bytes in quotes are not UTF-8');
  }
}

const classic = /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)[\t\n\f\r ]*([\s\S]*?)[\t\n\f\r ]*$/;

/** As it was before UTF-8: names of letters, digits, underscores and colons, and values with or without quotes. */
function parseClassic(text: string): readonly Matcher[] {
  return classicParts(text.replace(/^\{/, '').replace(/\}$/, '')).map((part) => {
    const [, name = '', type, raw = ''] = classic.exec(part) ?? [];
    if (type === undefined) throw new MatcherError(`"${part}" is no matcher such as name="value"`);
    return matcherOf(name, type as MatcherType, classicValue(raw));
  });
}

/** The parts between commas that stand in no quotes. */
function classicParts(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let inQuotes = false;
  let escaped = false;
  for (const char of text) {
    if (char === ',' && !inQuotes) {
      parts.push(part);
      part = '';
      continue;
    }
    if (char === '"') {
      if (!escaped) inQuotes = !inQuotes;
      escaped = false;
    } else if (char === '\\') escaped = !escaped;
    else if (char !== ',') escaped = false;
    part += char;
  }
  const last = part.replace(new RegExp(`^(?:${space.source})+|(?:${space.source})+$`, 'g'), '');
  return last === '' ? parts : [...parts, last];
}

function classicValue(raw: string): string {
  const isQuoted = raw.startsWith('"');
  const text = isQuoted ? raw.slice(1) : raw;
  let closed = !isQuoted;
  let value = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && at < text.length - 1) {
      const next = text.charAt(++at);
      value += next === 'n' ? '\n' : next === '"' || next === '\\' ? next : `\\${next}`;
    } else if (char === '"') {
      if (closed || at < text.length - 1) throw new MatcherError('a double quote in a value needs a backslash');
      closed = true;
    } else value += char;
  }
  if (!closed) throw new MatcherError('a closing quote is missing');
  return value;
}
