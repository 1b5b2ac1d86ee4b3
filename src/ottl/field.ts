import { MdaiError } from '../model/issue';
import { literally } from '../model/literally';
import { type DurationValue, formatDuration, isRef, type ListValue, type Ref } from '../model/value';
import type { ComparisonOperator, Path, ValueExpression } from './ast';
import { Condition, type Context, type Literal, type Place, type SeverityLevel } from './condition';
import { call, literalOf, pathOf, stringOf } from './make';
import { printValue } from './print';

const fieldMark: unique symbol = Symbol.for('cdk8s-mdai.Field') as never;

/** A place in a record, to ask about. */
export class Field<C extends Context> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [fieldMark]: true = true;

  /** @internal */
  constructor(
    /** @internal */
    readonly place: Place,
  ) {}

  /** It holds exactly this value, of this type; integers and fractions compare as numbers. An empty reference equals nothing. */
  equals(value: Literal | Ref): Condition<C> {
    return new Condition({ kind: 'equals', place: this.place, value });
  }

  /** It holds exactly one of these, or a member of a hub's set or list. An empty list holds nothing. */
  in(values: readonly Literal[] | ListValue): Condition<C> {
    if (Array.isArray(values) && values.length === 0) {
      throw new MdaiError(`${this.text()} is in no empty list. Name at least one value.`);
    }
    // Reading a hub's variable exports it, so it happens now and not when the model is read.
    const list = 'asList' in values ? values.asList() : undefined;
    return new Condition({ kind: 'in', place: this.place, values: list ? { asList: () => list } : values });
  }

  /**
   * Its text matches this regular expression somewhere (RE2, not anchored: write `^…$` for the whole). An empty
   * reference matches nothing. A hub's set matches as the alternatives that its members are.
   */
  matches(pattern: string | Ref | ListValue): Condition<C> {
    const text = typeof pattern === 'object' && 'asList' in pattern ? pattern.asList().ref : pattern;
    return new Condition({ kind: 'matches', place: this.place, pattern: text });
  }

  /** It holds a text that begins with this. An empty reference begins nothing. */
  startsWith(text: string | Ref): Condition<C> {
    return new Condition({ kind: 'text', place: this.place, function: 'HasPrefix', argument: text });
  }

  /** It holds a text that ends with this. An empty reference ends nothing. */
  endsWith(text: string | Ref): Condition<C> {
    return new Condition({ kind: 'text', place: this.place, function: 'HasSuffix', argument: text });
  }

  /** It holds a text with this somewhere in it. */
  contains(text: string): Condition<C> {
    return new Condition({ kind: 'text', place: this.place, function: 'IsMatch', argument: literally(text) });
  }

  /**
   * It holds an IP address of this network, or of one of these: `10.0.0.0/8`, `2001:db8::/32`. Releases before 0.145.0
   * lack it.
   */
  isIn(cidr: string | readonly string[]): Condition<C> {
    const argument = [cidr].flat();
    if (argument.length === 0)
      throw new MdaiError(`${this.text()} is in no empty list of networks. Name at least one.`);
    return new Condition({ kind: 'text', place: this.place, function: 'IsInCIDR', argument });
  }

  /** It holds a number under this. */
  lessThan(value: number | bigint): Condition<C> {
    return this.compare('<', value);
  }

  /** It holds this number or one under it. */
  atMost(value: number | bigint): Condition<C> {
    return this.compare('<=', value);
  }

  /** It holds a number over this. */
  greaterThan(value: number | bigint): Condition<C> {
    return this.compare('>', value);
  }

  /** It holds this number or one over it. */
  atLeast(value: number | bigint): Condition<C> {
    return this.compare('>=', value);
  }

  /** It holds something. */
  exists(): Condition<C> {
    return new Condition({ kind: 'exists', place: this.place });
  }

  private compare(operator: ComparisonOperator, value: number | bigint): Condition<C> {
    const { path, within } = this.place;
    return new Condition({ kind: 'compare', left: path, operator, right: literalOf(value), within });
  }

  private text(): string {
    return printValue(this.place.path, 'plain');
  }
}

export function isField(value: unknown): value is Field<Context> {
  return typeof value === 'object' && value !== null && fieldMark in value;
}

/** How a condition treats records without a severity. */
export interface SeverityOptions {
  /**
   * Whether a record whose severity was not set matches.
   * @default 'skip'
   */
  readonly unspecified?: 'match' | 'skip';
}

/** The severity of a log record. */
export class SeverityField {
  /** The severity is this level or above. */
  atLeast(level: SeverityLevel, options: SeverityOptions = {}): Condition<'log'> {
    return severity('atLeast', level, options);
  }

  /** The severity is under this level. */
  below(level: SeverityLevel, options: SeverityOptions = {}): Condition<'log'> {
    return severity('below', level, options);
  }
}

function severity(compare: 'atLeast' | 'below', level: SeverityLevel, options: SeverityOptions): Condition<'log'> {
  return new Condition({ kind: 'severity', compare, level, unspecified: options.unspecified === 'match' });
}

/** One of a few names. */
export class EnumField<C extends Context, N extends string> {
  /** @internal */
  constructor(
    private readonly path: Path,
    private readonly prefix: string,
  ) {}

  /** It is this one. */
  equals(name: N): Condition<C> {
    return compared(this.path, '==', { kind: 'enum', name: `${this.prefix}${name}` });
  }

  /** It is one of these. */
  in(names: readonly [N, ...N[]]): Condition<C> {
    const [first, ...others] = names;
    return others.reduce((found, name) => found.or(this.equals(name)), this.equals(first));
  }
}

/** The id of a trace or of a span. */
export class IdField<C extends Context> {
  /** @internal */
  constructor(
    private readonly path: Path,
    private readonly converter: 'TraceID' | 'SpanID',
  ) {}

  /** It is set: not all of its bytes are zero. */
  exists(): Condition<C> {
    return compared(this.path, '!=', this.id('0'.repeat(this.digits())));
  }

  /** It is this one, in hexadecimal digits: 32 for a trace, 16 for a span. */
  equals(id: string): Condition<C> {
    if (id.length !== this.digits() || !/^[0-9a-f]*$/i.test(id)) {
      throw new MdaiError(`"${id}" is no id. Write ${this.digits()} hexadecimal digits.`);
    }
    return compared(this.path, '==', this.id(id));
  }

  private digits(): number {
    return this.converter === 'TraceID' ? 32 : 16;
  }

  private id(hex: string): ValueExpression {
    const value = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    return call(this.converter, { kind: 'bytes', value });
  }
}

/** How long a span took: from its start to its end. */
export class DurationField {
  /** It took less than this. */
  lessThan(duration: DurationValue): Condition<'span'> {
    return this.compare('<', duration);
  }

  /** It took this long or less. */
  atMost(duration: DurationValue): Condition<'span'> {
    return this.compare('<=', duration);
  }

  /** It took longer than this. */
  greaterThan(duration: DurationValue): Condition<'span'> {
    return this.compare('>', duration);
  }

  /** It took this long or longer. */
  atLeast(duration: DurationValue): Condition<'span'> {
    return this.compare('>=', duration);
  }

  private compare(operator: ComparisonOperator, duration: DurationValue): Condition<'span'> {
    if (isRef(duration))
      throw new MdaiError('A span is not compared with a reference. Write a duration such as "200ms".');
    const text = typeof duration === 'string' ? duration : formatDuration(duration);
    if (!goDuration.test(text)) {
      throw new MdaiError(`"${text}" is no duration. Write Duration.millis(200), or text such as "200ms" or "1m30s".`);
    }
    const took: ValueExpression = {
      kind: 'math',
      operator: '-',
      left: pathOf('span', ['end_time']),
      right: pathOf('span', ['start_time']),
    };
    return compared(took, operator, call('Duration', stringOf([text])));
  }
}

const goDuration = /^[+-]?(0|(([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$/;

function compared<C extends Context>(
  left: ValueExpression,
  operator: ComparisonOperator,
  right: ValueExpression,
): Condition<C> {
  return new Condition({ kind: 'compare', left, operator, right, within: [] });
}
