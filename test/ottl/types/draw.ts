import type { Release } from '../../../src/model/release';
import { language } from '../../../src/ottl/language';
import type { FunctionSet, LanguageFacts, Parameter } from '../../../src/ottl/tables';

/** Numbers that are the same for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

/** Texts that a parameter of this name may be given: right ones and wrong ones. */
const texts: Readonly<Record<string, readonly string[]>> = {
  pattern: [
    '^a.*b$',
    '(?i)x',
    '(?P<n>\\\\d+)',
    '[a-z]+',
    'a*',
    '(',
    '[',
    'a(?=b)',
    '*',
    '{a,b}',
    '[!x]',
    '\\\\pL',
    'a{2',
    'a{1001}',
  ],
  regex_pattern: ['^a.*b$', '(', '\\\\w+', '(?P<n>a)', '(?<n>a)', 'a**', '\\\\1'],
  to_case: ['lower', 'upper', 'snake', 'camel', 'Lower', ''],
  order: ['asc', 'desc', 'up'],
  strategy: ['insert', 'update', 'upsert', 'merge'],
  mode: ['key', 'value', 'strict', 'lazyQuotes', 'ignoreQuotes', 'other'],
  format: ['%Y-%m-%d', '%H:%M:%S', '%Y.%f', '%Q', '', '2006', '%S%L', '%d-%s', 'clf', 'combined'],
  location: ['Europe/Berlin', 'America/New_York', 'UTC', '', 'Mars/Base'],
  locale: ['en', 'de', 'de-AT', 'xx', 'EN'],
  delimiter: ['=', ',', '', ' ', ';;'],
  pair_delimiter: [' ', '=', '', ','],
  header_delimiter: [',', '|', '', 'ab'],
  x_path: ['/a/b', '//x', '/a[@b="c"]'.replaceAll('"', "'"), ''],
  encoding: ['base64', 'utf-8', 'UTF-16', 'base64-url', 'us-ascii', 'latin1', 'utf-99'],
  aggregation_function: ['sum', 'mean', 'min', 'max', 'median', 'count', 'avg'],
  string_agg_temp: ['delta', 'cumulative', 'Delta'],
  distribution_fn: ['upper', 'midpoint', 'random', 'uniform', '', 'other'],
  method: ['remove_explicit_bound', 'limit_buckets', 'other'],
  semconv_version: ['1.37.0', '1.40.0', '1.43.0', '1.36.0', '1.44.0', 'v1.38.1', 'x'],
  networks: ['10.0.0.0/8', '2001:db8::/32', '::/0', '10.0.0.0/33', '10.0.0.1', 'x', '256.0.0.0/8'],
  variant: ['base64', 'base64-raw', 'other'],
};

const plain = ['', 'a', 'b.c', '5', '1.5', 'true', 'x y', 'é', '-3', '1e3', '0x', 'NaN', 'T'];

/** Draws texts for a field that knows these functions and is of this context. */
export class Draw {
  private readonly facts: LanguageFacts;
  private readonly known: readonly string[];

  constructor(
    private readonly random: Random,
    private readonly field: {
      readonly release: Release;
      readonly functions: FunctionSet;
      readonly context: string;
    },
    /** How often something wrong is drawn on purpose. */
    private readonly wrong = 0.06,
  ) {
    this.facts = language(field.release);
    this.known = this.facts.sets[field.functions]?.[field.context] ?? [];
  }

  /** The names of the functions that the field knows, of one sort. */
  functions(sort: 'editor' | 'converter'): readonly string[] {
    return this.known.filter((name) => /^[a-z]/.test(name) === (sort === 'editor'));
  }

  condition(depth = 2): string {
    const kind = this.random.below(depth > 0 ? 9 : 5);
    if (kind < 4)
      return `${this.value(depth)} ${this.random.pick(['==', '!=', '<', '>', '<=', '>='])} ${this.value(depth)}`;
    if (kind === 4) return this.random.pick(['true', 'false']);
    if (kind === 5) return `not (${this.condition(depth - 1)})`;
    if (kind === 6) return this.call(this.random.pick(this.functions('converter')), depth);
    return `(${this.condition(depth - 1)}) ${this.random.pick(['and', 'or'])} (${this.condition(depth - 1)})`;
  }

  statement(name: string = this.random.pick(this.functions('editor'))): string {
    const where = this.random.chance(0.3) ? ` where ${this.condition(1)}` : '';
    return this.call(name, 2) + where;
  }

  value(depth: number): string {
    const kind = this.random.below(depth > 0 ? 14 : 10);
    if (kind < 4) return this.path();
    if (kind < 8) return this.literal();
    if (kind === 8) return this.enumName();
    if (kind === 9) return this.random.pick(['0x0a', '0x00112233445566778899aabbccddeeff', '0x0011223344556677']);
    if (kind === 10) return `${this.operand(depth)} ${this.random.pick(['+', '-', '*', '/'])} ${this.operand(depth)}`;
    if (kind === 11) return `[${this.several(() => this.value(depth - 1)).join(', ')}]`;
    if (kind === 12)
      return `{${this.several(() => `"${this.random.pick(['a', 'b', 'c'])}": ${this.value(depth - 1)}`).join(', ')}}`;
    return this.call(this.random.pick(this.functions('converter')), depth - 1);
  }

  /** A call of a function, with arguments that mostly fit. */
  call(name: string, depth: number): string {
    const { random } = this;
    const facts = this.facts.functions[name];
    if (facts === undefined) return `${name}()`;
    let drawn = name;
    if (random.chance(this.wrong / 4))
      drawn = random.pick([
        name.slice(0, -1),
        `${name}x`,
        'IsRootSpan',
        'HasAttrKeyOnDatapoint',
        'IsInCIDR',
        'Unknown',
      ]);
    const given = facts.parameters.filter(({ optional }) => !optional || random.chance(0.5));
    if (random.chance(this.wrong / 2)) given.pop();
    const firstNamed = random.chance(0.15) ? random.below(given.length + 1) : given.length;
    const gap = given.findIndex((parameter, i) => parameter !== facts.parameters[i]);
    const args = given.map((parameter, i) => {
      const isNamed = i >= firstNamed || (gap >= 0 && i >= gap);
      const named = random.chance(this.wrong / 4) ? `${parameter.name}x` : parameter.name;
      return (isNamed ? `${named} = ` : '') + this.argument(parameter, depth);
    });
    if (random.chance(this.wrong / 4)) args.push(this.literal());
    return `${drawn}(${args.join(', ')})`;
  }

  private argument(parameter: Parameter, depth: number): string {
    if (this.random.chance(this.wrong)) return this.value(Math.max(0, depth - 1));
    return this.fitting(parameter.type, parameter.name, depth);
  }

  private fitting(type: Parameter['type'], name: string, depth: number): string {
    const { random } = this;
    const list = (item: Parameter['type']) => `[${this.several(() => this.fitting(item, name, depth - 1)).join(', ')}]`;
    switch (type) {
      case 'setter':
      case 'mapTarget':
      case 'sliceTarget':
        return this.path();
      case 'string':
      case 'stringLike':
        return random.chance(0.6) ? this.text(name) : this.path();
      case 'literalString':
        return this.text(name);
      case 'int':
        return random.pick([String(random.below(20)), '-1', this.path(), 'Len(resource.attributes)']);
      case 'literalInt':
        return random.pick(['0', '1', '5', '100', '-1']);
      case 'float':
        return random.pick(['1.5', '0.0', '-2.5', this.path()]);
      case 'literalFloat':
        return random.pick(['1.5', '99.0', '0.0', '100.5']);
      case 'bool':
        return random.pick(['true', 'false', this.path()]);
      case 'literalBool':
        return random.pick(['true', 'false']);
      case 'literalBytes':
        return random.pick(['0x0011223344556677', '0x00112233445566778899aabbccddeeff', '0x00']);
      case 'bytesLike':
        return random.pick([
          '0x0011223344556677',
          '0x00112233445566778899aabbccddeeff',
          '"0011223344556677"',
          '"zz11223344556677"',
          '"x"',
          this.path(),
          '5',
        ]);
      case 'map':
        return random.pick(['resource.attributes', '{"a": 1}', this.path(), 'ParseJSON("{}")']);
      case 'slice':
        return random.pick(['["a", 1]', 'Split("a,b", ",")', this.path(), '[{"a": 1}]']);
      case 'time':
        return random.pick(['Now()', this.path()]);
      case 'duration':
        return random.pick(['Duration("1h")', this.path()]);
      case 'intLike':
      case 'floatLike':
      case 'boolLike':
        return random.pick([this.literal(), this.path()]);
      case 'function':
        return random.pick(['SHA256', 'ToUpperCase', 'MD5', 'Unknown', 'set']);
      case 'lambda':
        return random.pick(['"no lambda"', '(x, y) => true', '() => 1']);
      case 'strings':
        return list('string');
      case 'stringLikes':
        return list('stringLike');
      case 'literalStrings':
        return list('literalString');
      case 'literalFloats':
        return list('literalFloat');
      case 'literalInts':
        return list('literalInt');
      case 'anys':
        return list('any');
      default:
        return this.value(Math.max(0, depth - 1));
    }
  }

  private operand(depth: number): string {
    return this.random.pick([
      () => String(this.random.below(9)),
      () => '1.5',
      () => this.path(),
      () => `(${this.random.below(9)} + 1)`,
      () => this.call('Len', depth - 1),
    ])();
  }

  private several(draw: () => string): string[] {
    return Array.from({ length: this.random.below(4) }, draw);
  }

  private text(name: string): string {
    return `"${this.random.pick(this.random.chance(0.9) ? (texts[name] ?? plain) : plain)}"`;
  }

  private literal(): string {
    const { random } = this;
    return random.pick([
      () => 'nil',
      () => String(random.below(50)),
      () => '-7',
      () => '2.5',
      () => random.pick(['true', 'false']),
      () => `"${random.pick(plain)}"`,
    ])();
  }

  private enumName(): string {
    const contexts = Object.values(this.facts.contexts);
    const own = Object.keys(this.facts.contexts[this.field.context]?.enums ?? {});
    const all = contexts.flatMap(({ enums }) => Object.keys(enums));
    if (this.random.chance(this.wrong)) return this.random.pick([...all, 'SEVERITY_NUMBER_NONE', 'SHA256']);
    return own.length > 0 ? this.random.pick(own) : '1';
  }

  private path(): string {
    const { random } = this;
    const { context } = this.field;
    const own = this.facts.contexts[context];
    let prefix = random.chance(0.6) ? context : random.pick(own?.reads ?? [context]);
    if (random.chance(this.wrong / 4)) prefix = random.pick(Object.keys(this.facts.contexts));
    const paths = this.facts.contexts[prefix === 'instrumentation_scope' ? 'scope' : prefix]?.paths ?? {};
    const [name, facts] = random.pick(Object.entries(paths));
    let text = name;
    if (random.chance(this.wrong / 4))
      text = random.pick([`${name}x`, name.slice(1), `${name}.string`, `${name}.x`, 'cache', 'string']);
    const takesKeys = random.chance(this.wrong / 4) ? random.chance(0.5) : facts.keys && random.chance(0.7);
    if (takesKeys)
      text += random.pick([
        '["k"]',
        '["a"]["b"]',
        '["a"][0]',
        '["a.b"]',
        `[${context}.attributes["x"]]`,
        '[Concat(["a"], "")]',
        '[1 + 1]',
        '[0]',
      ]);
    if (random.chance(0.15)) return text;
    return `${prefix}.${text}`;
  }
}
