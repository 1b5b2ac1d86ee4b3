import { readDuration } from '../model/prometheus-duration';
import { refuse } from '../model/text-problem';
import type { TextRange } from './ast';
import { readNumber, scanNumber } from './number';
import type { PromqlRelease } from './release';
import { stranger } from './strangers';
import { unquote } from './unquote';

export type PromqlTokenType =
  /** A name, or a keyword: which of them depends on what is around it. */
  | 'word'
  | 'number'
  | 'duration'
  | 'string'
  /** Operators, brackets and commas, each of which is its own text. */
  | 'symbol'
  | 'end';

export interface PromqlToken {
  readonly type: PromqlTokenType;
  /** As written, a colon apart. */
  readonly text: string;
  readonly range: TextRange;
  /** Of a number and a duration, in seconds. */
  readonly value?: number;
  /** Of a string, unescaped. */
  readonly content?: string;
}

const wordsOfDurations = ['step', 'range', 'min_of', 'max_of'];

const symbols = /==|!=|<=|<\/|<|>=|>\/|>|[-+*/%^=,()@]/y;
const symbolsInBraces = /=~|!~|!=|=|,/y;
const symbolsInBrackets = /[-+*/%^,()]/y;

/** The tokens of a text without white space and comments, an `end` as last. Bad texts are refused. */
export function tokenize(text: string, release: PromqlRelease): readonly PromqlToken[] {
  return new Lexer(text, release).tokens();
}

class Lexer {
  private at = 0;
  private readonly found: PromqlToken[] = [];
  private readonly parentheses: TextRange[] = [];
  private brace: TextRange | undefined;
  private bracket: TextRange | undefined;
  private colon = false;
  /** Whether a number stood in the brackets that are open: a comment may only follow. */
  private counted = false;
  /** Whether one stood in any brackets so far, which is what the lexer of Prometheus 3 asks before a colon. */
  private numbered = false;

  constructor(
    private readonly text: string,
    private readonly release: PromqlRelease,
  ) {}

  tokens(): readonly PromqlToken[] {
    for (;;) {
      this.skip();
      if (this.at >= this.text.length) return this.end();
      this.next();
    }
  }

  private skip(): void {
    const space = this.bracket !== undefined && !this.counted ? /[ \t\r\n]+/y : /(?:[ \t\r\n]|#[^\r\n]*)+/y;
    space.lastIndex = this.at;
    if (space.test(this.text)) this.at = space.lastIndex;
  }

  private next(): PromqlToken {
    const { text, at } = this;
    const character = text.charAt(at);
    if (this.brace === undefined && /^(?:\d|\.\d)/.test(text.slice(at, at + 2))) return this.number();
    if (/["'`]/.test(character)) return this.string();
    if (this.brace !== undefined) return this.inBraces();
    if (this.bracket !== undefined) return this.inBrackets();
    if (/[A-Za-z_:]/.test(character)) return this.word(/[\w:]+/y);
    if (character === '{') {
      this.brace = this.place(1);
      return this.take('symbol', 1);
    }
    if (character === '[') {
      this.bracket = this.place(1);
      this.colon = false;
      this.counted = false;
      return this.take('symbol', 1);
    }
    return this.symbol(symbols);
  }

  private inBraces(): PromqlToken {
    const character = this.text.charAt(this.at);
    if (character === '}') {
      this.brace = undefined;
      return this.take('symbol', 1);
    }
    if (/[A-Za-z_]/.test(character)) return this.word(/\w+/y);
    return this.symbol(symbolsInBraces);
  }

  private inBrackets(): PromqlToken {
    const character = this.text.charAt(this.at);
    if (character === ']') {
      this.bracket = undefined;
      return this.take('symbol', 1);
    }
    const newest = this.release !== '2.54.1';
    // Any letter is a colon for Prometheus 2: [5m x 1m].
    if (character === ':' || (!newest && /[A-Za-z_]/.test(character))) {
      if (this.colon || (newest && !this.numbered)) this.strange();
      this.colon = true;
      return this.take('symbol', 1, { text: ':' });
    }
    if (/[A-Za-z_]/.test(character)) return this.wordOfDuration();
    return this.symbol(symbolsInBrackets);
  }

  private wordOfDuration(): PromqlToken {
    const word = /^[A-Za-z_]+/.exec(this.text.slice(this.at))?.[0] ?? '';
    if (!wordsOfDurations.includes(word.toLowerCase())) {
      refuse(
        this.place(word.length),
        `"${word}" is no duration.`,
        'Write a number with a unit between the brackets, such as [5m] or [1h30m].',
      );
    }
    return this.take('word', word.length);
  }

  private word(pattern: RegExp): PromqlToken {
    pattern.lastIndex = this.at;
    const word = pattern.exec(this.text)?.[0] ?? '';
    const value = this.brace === undefined ? wordNumber(word) : undefined;
    return value === undefined ? this.take('word', word.length) : this.take('number', word.length, { value });
  }

  private number(): PromqlToken {
    if (this.bracket !== undefined) {
      this.numbered = true;
      this.counted = true;
    }
    const scanned = scanNumber(this.text, this.at);
    const { type, end = this.at + (/^[\w.]+/.exec(this.text.slice(this.at))?.[0].length ?? 1) } = scanned ?? {};
    const written = this.text.slice(this.at, end);
    const range = this.place(written.length);
    if (type === 'duration') {
      const value = readDuration(written);
      if (typeof value === 'number') return this.take('duration', written.length, { value: value / 1000 });
      if (value === 'range')
        refuse(range, `${written} is longer than Prometheus can count.`, 'Write less than 292 years.');
      const fix =
        'Write whole numbers with units, the biggest first and each once: y, w, d, h, m, s and ms, as in 1h30m.';
      refuse(range, `"${written}" is no duration.`, fix);
    }
    const value = type === 'number' ? readNumber(written) : undefined;
    if (value === undefined) {
      const fix =
        'Write a number such as 1000, 0.5, 1e6 or 0x1F, or a duration such as 5m, and a space before what follows.';
      refuse(range, `"${written}" is neither a number nor a duration.`, fix);
    }
    return this.take('number', written.length, { value });
  }

  private string(): PromqlToken {
    const quote = this.text.charAt(this.at);
    const pattern =
      quote === '`' ? /`[^`]*`/y : quote === '"' ? /"(?:[^"\\\n]|\\[^\n])*"/y : /'(?:[^'\\\n]|\\[^\n])*'/y;
    pattern.lastIndex = this.at;
    const literal = pattern.exec(this.text)?.[0];
    if (literal === undefined) {
      const line = /^[^\n]*/.exec(this.text.slice(this.at))?.[0].length ?? 1;
      refuse(this.place(line), 'The text is not closed.', `Write a closing ${quote} on the same line.`);
    }
    const unquoted = unquote(literal);
    if ('value' in unquoted) return this.take('string', literal.length, { content: unquoted.value });
    const range = { start: this.at + unquoted.start, end: this.at + unquoted.end };
    const part = this.text.slice(range.start, range.end);
    if (unquoted.problem === 'character') refuse(range, 'The text holds a character that is none.', 'Remove it.');
    refuse(range, `"${part}" is no escape.`, 'Write "\\\\" for a plain backslash, or put the text between backquotes.');
  }

  private symbol(pattern: RegExp): PromqlToken {
    pattern.lastIndex = this.at;
    const symbol = pattern.exec(this.text)?.[0];
    // What begins with these is never an operator outside of braces.
    if (symbol === undefined || (symbol === '=' && this.brace === undefined && this.text[this.at + 1] === '~'))
      this.strange();
    if (symbol === '(') this.parentheses.push(this.place(1));
    if (symbol === ')' && this.parentheses.pop() === undefined) {
      refuse(this.place(1), 'Nothing is open that ")" would close.', 'Remove it, or write "(" before.');
    }
    return this.take('symbol', symbol.length);
  }

  private strange(): never {
    const where = this.brace !== undefined ? 'braces' : this.bracket !== undefined ? 'brackets' : 'outside';
    const { length, message, fix } = stranger(this.text.slice(this.at), where);
    refuse(this.place(length), message, fix);
  }

  private end(): readonly PromqlToken[] {
    const open = this.brace ?? this.parentheses.at(-1) ?? this.bracket;
    if (open !== undefined) {
      const character = this.text.charAt(open.start);
      const closing = { '(': ')', '[': ']', '{': '}' }[character];
      refuse(open, `"${character}" is not closed.`, `Write "${closing}" where it ends.`);
    }
    const { length } = this.text;
    return [...this.found, { type: 'end', text: '', range: { start: length, end: length } }];
  }

  private place(length: number): TextRange {
    return { start: this.at, end: this.at + length };
  }

  private take(
    type: PromqlTokenType,
    length: number,
    more: Partial<Pick<PromqlToken, 'text' | 'value' | 'content'>> = {},
  ): PromqlToken {
    const token = { type, text: this.text.slice(this.at, this.at + length), range: this.place(length), ...more };
    this.found.push(token);
    this.at += length;
    return token;
  }
}

/** `Inf` and `NaN` are numbers, in whatever case. */
function wordNumber(word: string): number | undefined {
  return /^(?:inf|nan)$/i.test(word) ? readNumber(word) : undefined;
}
