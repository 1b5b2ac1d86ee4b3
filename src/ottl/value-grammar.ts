import type {
  Argument,
  BooleanExpression,
  Call,
  FunctionName,
  Lambda,
  MapEntry,
  Opaque,
  Path,
  PathField,
  StringLiteral,
  ValueExpression,
} from './ast';
import { contextNames } from './context-names';
import type { Cursor } from './cursor';
import type { Dialect } from './dialect';
import { signed } from './make';

/** A value, or a lambda where none may stand: the grammar has no difference. */
export type Value = ValueExpression | Lambda;

/** The rules of OTTL's grammar for values, in the order in which the collector tries them. */
export abstract class ValueGrammar {
  /** The names that lambdas around the place give to their parameters. */
  private readonly locals: string[] = [];

  constructor(
    protected readonly at: Cursor,
    protected readonly dialect: Dialect,
  ) {}

  /** What a lambda may give besides a value. */
  abstract condition(): BooleanExpression | undefined;

  value(): Value | undefined {
    return this.at.rule<Value>('value', 'a value', () => {
      const start = this.at.position;
      const nil = this.dialect.nilWord ? this.at.take('nil') : this.at.word('nil');
      if (nil !== undefined) return { kind: 'nil', range: nil.range };
      return (
        this.at.attempt(() => this.operand()) ??
        this.at.attempt(() => this.lambda()) ??
        this.math() ??
        this.scalar(start) ??
        this.at.attempt(() => this.map()) ??
        this.at.attempt(() => this.list())
      );
    });
  }

  private operand(): ValueExpression | undefined {
    const literal = this.mathLiteral();
    return literal && !this.at.sees('addSub', 'multDiv') ? literal : undefined;
  }

  private scalar(start: number): ValueExpression | undefined {
    const { token } = this.at;
    const bytes = this.at.take('bytes');
    if (bytes?.literal instanceof Uint8Array) return { kind: 'bytes', value: bytes.literal, range: bytes.range };
    const text = this.string();
    if (text !== undefined) return text;
    if (this.at.take('boolean')) return { kind: 'bool', value: token.value === 'true', range: token.range };
    if (token.hole?.kind === 'value' && this.at.take('hole')) return { ...token.hole.value, range: token.range };
    if (token.type !== 'uppercase') return undefined;
    return this.at.attempt(() => {
      this.at.take('uppercase');
      if (this.at.sees('lowercase')) return undefined;
      return { kind: 'enum', name: token.value, range: this.at.rangeFrom(start) };
    });
  }

  private string(): StringLiteral | undefined {
    const { token } = this.at;
    if (token.hole?.kind === 'value' && token.hole.value.kind === 'string') {
      this.at.take('hole');
      return { ...token.hole.value, range: token.range };
    }
    if (this.at.take('string') === undefined) return undefined;
    return { kind: 'string', parts: token.parts ?? [], range: token.range };
  }

  private mathLiteral(): ValueExpression | undefined {
    return this.at.rule<ValueExpression>('mathLiteral', undefined, () => {
      const { token } = this.at;
      const call = this.at.attempt(() => this.editor()) ?? this.at.attempt(() => this.converter());
      if (call !== undefined) return call;
      if (typeof token.literal === 'number' && this.at.take('float')) {
        return { kind: 'float', value: token.literal, range: token.range };
      }
      if (typeof token.literal === 'bigint' && this.at.take('int')) {
        return { kind: 'int', value: token.literal, range: token.range };
      }
      return this.variable() ?? this.givenOperand() ?? this.at.attempt(() => this.path());
    });
  }

  private givenOperand(): ValueExpression | undefined {
    const { hole, range } = this.at.token;
    if (hole?.kind !== 'value' || !operands.has(hole.value.kind)) return undefined;
    this.at.take('hole');
    return { ...hole.value, range };
  }

  protected variable(): Opaque | undefined {
    const { hole, range } = this.at.token;
    if (hole?.kind !== 'placeholder') return undefined;
    this.at.take('hole');
    return { kind: 'opaque', ...hole.placeholder, range };
  }

  private math(): ValueExpression | undefined {
    return this.at.rule('math', undefined, () =>
      this.chain('addSub', () => this.chain('multDiv', () => this.factor())),
    );
  }

  private chain(type: 'addSub' | 'multDiv', part: () => ValueExpression | undefined): ValueExpression | undefined {
    const start = this.at.position;
    let left = part();
    if (left === undefined) return undefined;
    for (;;) {
      const more = this.at.attempt(() => {
        const operator = this.at.take(type);
        const right = operator && part();
        return right && { operator: operator.value as '+', right };
      });
      if (more === undefined) return left;
      left = { kind: 'math', left, ...more, range: this.at.rangeFrom(start) };
    }
  }

  private factor(): ValueExpression | undefined {
    const start = this.at.position;
    const sign = this.dialect.signs ? this.at.take('addSub') : undefined;
    const of = this.at.attempt(() => this.mathLiteral()) ?? this.at.attempt(() => this.mathInParentheses());
    if (of === undefined) return this.at.missing('a value');
    return sign ? { ...signed(sign.value as '+' | '-', of), range: this.at.rangeFrom(start) } : of;
  }

  private mathInParentheses(): ValueExpression | undefined {
    if (this.at.word('(') === undefined) return undefined;
    const inside = this.math();
    return inside && this.at.need(')') && inside;
  }

  protected editor(): Call | undefined {
    return this.at.rule('editorCall', undefined, () => this.call('lowercase'));
  }

  protected converter(): Call | undefined {
    return this.at.rule('converterCall', undefined, () => this.call('uppercase'));
  }

  private call(first: 'lowercase' | 'uppercase'): Call | undefined {
    const start = this.at.position;
    const name = this.functionName(first);
    const args = name === undefined ? undefined : this.arguments();
    if (name === undefined || args === undefined) return undefined;
    const keys = this.keys();
    return { kind: 'call', name, arguments: args, keys, range: this.at.rangeFrom(start) };
  }

  // White space between the parts of a name is nothing to the collector.
  private functionName(first: 'lowercase' | 'uppercase'): string | undefined {
    const head = this.at.take(first);
    return head && [head, ...this.at.many(() => this.at.take('uppercase', 'lowercase'))].map((t) => t.value).join('');
  }

  private arguments(): Argument[] | undefined {
    if (this.at.word('(') === undefined) return undefined;
    const all = this.separated(() => this.argument());
    return this.at.need(')') && all;
  }

  private separated<T>(part: () => T | undefined): T[] {
    const first = this.at.attempt(part);
    if (first === undefined) return [];
    return [first, ...this.at.many(() => (this.at.word(',') ? part() : this.at.missing('","')))];
  }

  private argument(): Argument | undefined {
    const start = this.at.position;
    const name = this.at.attempt(() => {
      const written = this.functionName('lowercase');
      return this.at.take('equal') && written;
    });
    const value = this.value() ?? this.passedFunction();
    return value && { ...(name !== undefined && { name }), value, range: this.at.rangeFrom(start) };
  }

  private passedFunction(): FunctionName | undefined {
    const start = this.at.position;
    const name = this.functionName('uppercase');
    return name === undefined ? undefined : { kind: 'function', name, range: this.at.rangeFrom(start) };
  }

  private lambda(): Lambda | undefined {
    if (!this.dialect.lambdas) return undefined;
    const start = this.at.position;
    const parameters = this.parameters();
    if (parameters === undefined || this.at.take('arrow') === undefined) return undefined;
    this.locals.push(...parameters);
    const body = this.at.attempt(() => this.lambdaValue()) ?? this.condition();
    this.locals.length -= parameters.length;
    return body && { kind: 'lambda', parameters, body, range: this.at.rangeFrom(start) };
  }

  private lambdaValue(): ValueExpression | undefined {
    const value = this.value();
    return this.at.sees('or', 'and', 'comparison') ? undefined : (value as ValueExpression);
  }

  private parameters(): string[] | undefined {
    if (this.at.word('(') === undefined) return undefined;
    const name = () => this.at.take('lowercase', 'underscore')?.value;
    const first = name();
    const more = first === undefined ? [] : this.at.many(() => (this.at.word(',') ? name() : undefined));
    return this.at.word(')') && (first === undefined ? [] : [first, ...more]);
  }

  private map(): ValueExpression | undefined {
    const start = this.at.position;
    if (this.at.word('{') === undefined) return undefined;
    const entries = this.at.many(() => {
      const entry = this.entry();
      if (entry !== undefined) this.at.word(',');
      return entry;
    });
    return this.at.need('}') && { kind: 'map', entries, range: this.at.rangeFrom(start) };
  }

  private entry(): MapEntry | undefined {
    const key = this.string();
    const value = key && this.at.need(':') && this.value();
    return key && value && { key, value: value as ValueExpression };
  }

  private list(): ValueExpression | undefined {
    const start = this.at.position;
    if (this.at.word('[') === undefined) return undefined;
    const first = this.at.many(() => this.value());
    const more = this.at.many(() => (this.at.word(',') ? this.value() : this.at.missing('","')));
    const items = [...first, ...more] as ValueExpression[];
    return this.at.need(']') && { kind: 'list', items, range: this.at.rangeFrom(start) };
  }

  private path(): Path | undefined {
    const start = this.at.position;
    const head = this.at.attempt(() => {
      const name = this.at.take('lowercase');
      return name && this.at.word('.') && name;
    });
    const first = this.field();
    if (first === undefined) return head && this.at.missing('a name');
    const more = this.at.many(() => (this.at.word('.') ? (this.field() ?? this.at.missing('a name')) : undefined));
    const range = this.at.rangeFrom(start);
    if (head === undefined) return { kind: 'path', fields: [first, ...more], range };
    if (contextNames.has(head.value) || this.locals.includes(head.value)) {
      return { kind: 'path', context: head.value, fields: [first, ...more], range };
    }
    return { kind: 'path', fields: [{ name: head.value, keys: [], range: head.range }, first, ...more], range };
  }

  private field(): PathField | undefined {
    const start = this.at.position;
    const name = this.at.take('lowercase');
    return name && { name: name.value, keys: this.keys(), range: this.at.rangeFrom(start) };
  }

  private keys(): ValueExpression[] {
    return this.at.many(() => {
      if (this.at.word('[') === undefined) return undefined;
      const key = this.key();
      return key && this.at.need(']') && key;
    });
  }

  private key(): ValueExpression | undefined {
    const text = this.string();
    if (text !== undefined) return text;
    const { token } = this.at;
    if (typeof token.literal === 'bigint' && this.at.take('int')) {
      return { kind: 'int', value: token.literal, range: token.range };
    }
    return this.math();
  }
}

const operands: ReadonlySet<ValueExpression['kind']> = new Set(['int', 'float', 'path', 'call', 'opaque', 'math']);
