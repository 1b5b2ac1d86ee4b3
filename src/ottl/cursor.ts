import type { TextRange } from './ast';
import type { Token, TokenType } from './lexer';

/** What could have stood at a place. */
export type Expected = 'a condition' | 'a value' | 'a comparison' | 'a name' | 'an editor' | 'the end' | `"${string}"`;

/**
 * Goes through tokens as a parsing expression grammar does: alternatives in order, and what one has taken is not
 * shortened later. Remembers how far it came, which is where the mistake is.
 */
export class Cursor {
  position = 0;
  furthest = 0;
  readonly expected = new Set<Expected>();
  private readonly memory = new Map<string, Map<number, { readonly result: unknown; readonly end: number }>>();
  private depth = 0;
  /** Whether the text was given up because of what stands in each other. */
  tooDeep = false;

  constructor(readonly tokens: readonly Token[]) {}

  get token(): Token {
    // The last token is the end, which nothing takes.
    return this.tokens[this.position] as Token;
  }

  /** Takes a token of one of these types. */
  take(...types: readonly TokenType[]): Token | undefined {
    const { token } = this;
    if (!types.includes(token.type)) return undefined;
    this.position++;
    return token;
  }

  /** Takes what reads so. The collector compares the text alone, so that `"("` opens a parenthesis too. */
  word(text: string): Token | undefined {
    const { token } = this;
    if (token.value !== text || token.type === 'end') return undefined;
    this.position++;
    return token;
  }

  /** Takes what has to stand here. */
  need(text: string): Token | undefined {
    return this.word(text) ?? this.missing(`"${text}"`);
  }

  missing(what: Expected): undefined {
    if (this.position > this.furthest) {
      this.furthest = this.position;
      this.expected.clear();
    }
    if (this.position === this.furthest) this.expected.add(what);
    return undefined;
  }

  /** What the rule gives; where that is nothing, nothing was taken. */
  attempt<T>(rule: () => T | undefined): T | undefined {
    const { position } = this;
    const result = rule();
    if (result === undefined) this.position = position;
    return result;
  }

  /** All that the rule gives, until it gives nothing. */
  many<T>(rule: () => T | undefined): T[] {
    const all: T[] = [];
    for (let one = this.attempt(rule); one !== undefined; one = this.attempt(rule)) all.push(one);
    return all;
  }

  /**
   * As `attempt`, once for each place. Where the rule fails before it takes anything, `what` was expected, not what
   * each of its alternatives begins with.
   */
  rule<T>(name: string, what: Expected | undefined, rule: () => T | undefined): T | undefined {
    const { position } = this;
    const known = this.memory.get(name) ?? new Map();
    this.memory.set(name, known);
    const before = known.get(position) as { readonly result: T | undefined; readonly end: number } | undefined;
    if (before !== undefined) {
      this.position = before.end;
      return before.result;
    }
    const expectedBefore = this.furthest === position ? [...this.expected] : [];
    this.depth++;
    this.tooDeep ||= this.depth > maxDepth;
    const result = this.tooDeep ? undefined : this.attempt(rule);
    this.depth--;
    if (result === undefined && what !== undefined && this.furthest <= position) {
      this.furthest = position;
      this.expected.clear();
      for (const one of [...expectedBefore, what]) this.expected.add(one);
    }
    known.set(position, { result, end: this.position });
    return result;
  }

  /** Whether a token of these types comes next. */
  sees(...types: readonly TokenType[]): boolean {
    return types.includes(this.token.type);
  }

  /** From a token to the last that was taken. */
  rangeFrom(start: number): TextRange {
    const first = this.tokens[start]?.range.start ?? 0;
    return { start: first, end: this.tokens[this.position - 1]?.range.end ?? first };
  }
}

// Far more than anybody writes, far less than what the stack holds.
const maxDepth = 400;
