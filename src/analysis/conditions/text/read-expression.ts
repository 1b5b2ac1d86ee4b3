import { begin, type Expression, end, except, lastCodePoint, type Range } from './expression';

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
}

/** The most that a counted repetition may ask for; Go's own limit is 1000, but each is a copy. */
const mostCopies = 64;

const digits: readonly Range[] = [[0x30, 0x39]];
const words: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const spaces: readonly Range[] = [
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
];

const classes: Readonly<Record<string, readonly Range[]>> = {
  d: digits,
  w: words,
  s: spaces,
  D: except(digits),
  W: except(words),
  S: except(spaces),
};

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** What other characters equal an ASCII letter where case is ignored (Unicode’s simple folding): the Kelvin sign, the long s. */
const furtherCases: Readonly<Record<number, number>> = { 107: 0x212a, 115: 0x17f };

/**
 * The language of a regular expression of Go's `regexp` package (RE2); `undefined` for what is refused there, and for
 * what is rare: word boundaries, Unicode's classes, POSIX' classes, many lines, case ignored outside of ASCII.
 */
export function readExpression(text: string): Expression | undefined {
  const reader = new Reader([...text]);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

class NotRead extends Error {}

class Reader {
  private at = 0;
  private readonly names = new Set<string>();
  private flags: Flags = { ignoreCase: false, dotAll: false };

  constructor(private readonly text: readonly string[]) {}

  whole(): Expression {
    const read = this.choice();
    if (this.at < this.text.length) throw new NotRead();
    return read;
  }

  private choice(): Expression {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options.length === 1 ? (options[0] as Expression) : { kind: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      if (this.count() !== undefined) throw new NotRead();
      const part = this.atom();
      if (part !== undefined) parts.push(this.repeated(part));
    }
    return { kind: 'sequence', parts };
  }

  private repeated(part: Expression): Expression {
    const count = this.count();
    if (count === undefined) return part;
    this.take('?');
    if (this.count() !== undefined) throw new NotRead();
    return { kind: 'repeat', part, ...count };
  }

  private count(): { least: number; most: number } | undefined {
    if (this.take('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { least: 0, most: 1 };
    const [written, least, comma, most] = /^\{(\d+)(,(\d*))?\}/.exec(this.ahead(12)) ?? [];
    if (written === undefined) return undefined;
    this.at += written.length;
    const from = Number(least);
    const to = comma === undefined ? from : most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most);
    if (from > mostCopies || (to > mostCopies && to !== Number.POSITIVE_INFINITY) || to < from) throw new NotRead();
    return { least: from, most: to };
  }

  private atom(): Expression | undefined {
    const next = this.text[this.at++] as string;
    switch (next) {
      case '(':
        return this.group();
      case '[':
        return { kind: 'one', of: this.set() };
      case '.':
        return { kind: 'one', of: this.flags.dotAll ? [[0, lastCodePoint]] : except([[0x0a, 0x0a]]) };
      case '^':
        return begin;
      case '$':
        return end;
      case '\\':
        if (this.take('A')) return begin;
        if (this.take('z')) return end;
        return { kind: 'one', of: this.folded(this.escape()) };
      default:
        return { kind: 'one', of: this.folded([point(next)]) };
    }
  }

  /** Nothing is matched by flags that stand alone. */
  private group(): Expression | undefined {
    const outer = this.flags;
    const [named] = /^\?P?<[A-Za-z0-9_]+>/.exec(this.ahead(64)) ?? [];
    if (named !== undefined) {
      // No two groups have one name.
      if (this.names.has(named.replace('P', ''))) throw new NotRead();
      this.names.add(named.replace('P', ''));
      this.at += named.length;
    } else if (this.take('?')) {
      const [written, on = '', off = '', closing] = /^([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(this.ahead(16)) ?? [];
      if (written === undefined || /[^isU]/.test(on + off)) throw new NotRead();
      this.at += written.length;
      this.flags = {
        ignoreCase: (outer.ignoreCase || on.includes('i')) && !off.includes('i'),
        dotAll: (outer.dotAll || on.includes('s')) && !off.includes('s'),
      };
      if (closing === ')') return undefined;
    }
    const inside = this.choice();
    if (!this.take(')')) throw new NotRead();
    this.flags = outer;
    return inside;
  }

  private set(): readonly Range[] {
    const negated = this.take('^');
    const ranges: Range[] = [];
    for (let first = true; first || this.text[this.at] !== ']'; first = false) {
      if (this.at >= this.text.length || this.ahead(2) === '[:') throw new NotRead();
      const [from, ...more] = this.member();
      if (from === undefined) throw new NotRead();
      const isRange = this.text[this.at] === '-' && (this.text[this.at + 1] ?? ']') !== ']';
      if (!isRange) {
        ranges.push(from, ...more);
        continue;
      }
      this.at++;
      const [to, ...others] = this.member();
      if (to === undefined || more.length + others.length > 0 || from[0] !== from[1] || to[0] !== to[1]) {
        throw new NotRead();
      }
      if (to[0] < from[0]) throw new NotRead();
      ranges.push([from[0], to[0]]);
    }
    this.at++;
    const folded = this.folded(ranges);
    return negated ? except(folded) : folded;
  }

  private member(): readonly Range[] {
    const next = this.text[this.at++];
    if (next === undefined) throw new NotRead();
    return next === '\\' ? this.escape() : [point(next)];
  }

  private escape(): readonly Range[] {
    const next = this.text[this.at++] ?? '';
    const known = classes[next];
    if (known !== undefined) return known;
    const control = controls[next];
    if (control !== undefined) return [[control, control]];
    if (next === 'x') {
      const [written, braced, two] = /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(this.ahead(8)) ?? [];
      const code = Number.parseInt(braced ?? two ?? '', 16);
      if (written === undefined || code > lastCodePoint) throw new NotRead();
      this.at += written.length;
      return [[code, code]];
    }
    if (!/^[!-/:-@[-`{-~]$/.test(next)) throw new NotRead();
    return [point(next)];
  }

  private folded(ranges: readonly Range[]): readonly Range[] {
    if (!this.flags.ignoreCase) return ranges;
    if (ranges.some(([, last]) => last > 0x7f)) throw new NotRead();
    const more: Range[] = [];
    for (let lower = 0x61; lower <= 0x7a; lower++) {
      const upper = lower - 0x20;
      if (!ranges.some(([first, last]) => holds(first, last, lower) || holds(first, last, upper))) continue;
      more.push([lower, lower], [upper, upper]);
      const further = furtherCases[lower];
      if (further !== undefined) more.push([further, further]);
    }
    return [...ranges, ...more];
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private ahead(length: number): string {
    return this.text.slice(this.at, this.at + length).join('');
  }
}

function point(character: string): Range {
  const code = character.codePointAt(0) as number;
  return [code, code];
}

function holds(first: number, last: number, code: number): boolean {
  return first <= code && code <= last;
}
