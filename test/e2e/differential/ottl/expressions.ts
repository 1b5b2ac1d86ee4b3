import type { Dice } from '../dice';
import { type AttributePool, ODD_VALUES, type PoolType, type PoolValue } from '../telemetry/pools';
import { type Argument, CONVERTERS, type FunctionRow } from './functions';
import { type OttlType, type PathRow, PREFIXES, type Prefix, type PrefixName, READS } from './paths';

/** Where an expression stands. */
export interface Setting {
  readonly context: PrefixName;
  /** Whether the release is 0.131.0, which knows less. */
  readonly old: boolean;
  /** Whether paths leave the prefix of their own context out. */
  readonly bare: boolean;
  /** Whether `cache` is there. */
  readonly cache: boolean;
  /** Whether the context follows from the paths. */
  readonly inferred: boolean;
  /** Whether it is a routing table's, which knows fewer functions. */
  readonly routing: boolean;
}

/** A path with what it most likely holds. */
export interface ChosenPath {
  readonly text: string;
  readonly type: OttlType;
  readonly literals: readonly string[];
}

const LITERALS: Readonly<Record<OttlType, readonly string[]>> = {
  string: ['"a"', '"prod"', '""', '"user-42"', '"ü𝄞"', '"200"', '"\\"q\\" \\\\ \\n"', '"true"', '"deadbeef"'],
  int: ['0', '1', '2', '200', '-1', '9007199254740993'],
  float: ['0.0', '1.0', '2.5', '-1.5', '200.0', '.5'],
  bool: ['true', 'false'],
  map: ['{}', '{"a": 1}', '{"k": "v", "n": {"m": [1, 2.5, nil]}}'],
  slice: ['[]', '["a", "b"]', '[1, 2.5, "x", true, nil]'],
  bytes: ['0x616263', '0x00'],
  time: ['Time("2024-02-29T13:14:15Z", "%Y-%m-%dT%H:%M:%SZ")', 'Unix(1700000000)'],
  duration: ['Duration("1h")', 'Duration("250ms")'],
  id: ['TraceID(0x0102030405060708090a0b0c0d0e0f10)', 'SpanID(0x0102030405060708)'],
  any: ['nil', '"a"', '1', '2.5', 'true'],
};

const TYPES: readonly OttlType[] = [
  'string',
  'int',
  'float',
  'bool',
  'map',
  'slice',
  'bytes',
  'time',
  'duration',
  'any',
];

/** A value of telemetry as a literal of OTTL. */
export function literal(value: PoolValue): string {
  switch (value.type) {
    case 'string':
      return JSON.stringify(value.value);
    case 'int':
      // The lexer takes the sign for itself, and the rest is too great.
      return (value.value === -(2n ** 63n) ? value.value + 1n : value.value).toString();
    case 'float':
      return floatText(value.value);
    case 'bool':
      return String(value.value);
    case 'bytes':
      return value.hex === '' ? 'nil' : `0x${value.hex}`;
    case 'map':
      return `{${Object.entries(value.value)
        .map(([key, one]) => `${JSON.stringify(key)}: ${literal(one)}`)
        .join(', ')}}`;
    case 'slice':
      return `[${value.value.map(literal).join(', ')}]`;
    case 'empty':
      return 'nil';
  }
}

/** An exponent needs a dot before it; what is no number has no literal. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return `Double("${value}")`;
  const text = String(value);
  if (text.includes('.')) return text;
  return text.includes('e') ? text.replace('e', '.0e') : `${text}.0`;
}

const OTTL_TYPES: Readonly<Record<PoolType, OttlType>> = {
  string: 'string',
  int: 'int',
  float: 'float',
  bool: 'bool',
  bytes: 'bytes',
  map: 'map',
  slice: 'slice',
  empty: 'any',
};

/** A path that the context can read; of the type where there is one. */
export function path(dice: Dice, setting: Setting, type?: OttlType, settable = false): ChosenPath {
  const reads = READS[setting.context];
  const prefix = dice.chance(70) ? reads[0]! : dice.pick(reads);
  const { rows, attributes }: Prefix = PREFIXES[prefix];
  const named: string =
    prefix === 'scope' && setting.context !== 'scope' && !setting.inferred && dice.chance(10)
      ? 'instrumentation_scope'
      : prefix;
  const lead = prefix === setting.context && setting.bare ? '' : `${named}.`;
  if (setting.cache && dice.chance(4)) return cached(dice, setting);
  const wanted = (of: OttlType) => type === undefined || type === 'any' || of === type;
  const own = rows.filter(
    (row) => !(settable && row.readOnly) && !(setting.old && isRecent(prefix, row)) && wanted(row.type),
  );
  const keyed = Object.entries(attributes ?? {}).filter(([, pool]) => wanted(OTTL_TYPES[pool.type]));
  const takeKeyed = keyed.length > 0 && (own.length === 0 || dice.chance(60));
  if (takeKeyed) return attribute(dice, lead, keyed);
  if (own.length === 0)
    return type === undefined || type === 'any'
      ? cached(dice, { ...setting, cache: true })
      : path(dice, setting, undefined, settable);
  const row = dice.pick(own);
  return { text: `${lead}${row.path}`, type: row.type, literals: row.literals ?? LITERALS[row.type] };
}

/** The schema URL of a scope has its path since later releases. */
function isRecent(prefix: PrefixName, row: PathRow): boolean {
  return row.path === 'schema_url' || (prefix === 'span' && row.path === 'flags');
}

function cached(dice: Dice, setting: Setting): ChosenPath {
  const lead = setting.bare ? '' : `${setting.context}.`;
  return { text: `${lead}cache["${dice.pick(['k', 'm'])}"]`, type: 'any', literals: LITERALS.any };
}

function attribute(dice: Dice, lead: string, entries: readonly (readonly [string, AttributePool])[]): ChosenPath {
  const [key, pool] = dice.pick(entries);
  const text = `${lead}attributes[${keyText(dice, key)}]`;
  const literals = pool.values.map(literal);
  if (pool.type === 'map' && dice.chance(60)) {
    const inner = dice.pick(['["a"]', '["b"]["c"]', '["b"]["d"][0]', '["team"]', '["level"]', '["missing"]["x"]']);
    return { text: `${text}${inner}`, type: 'any', literals: ['1', '2', '"deep"', '"core"', 'nil'] };
  }
  if (pool.type === 'slice' && dice.chance(50)) {
    return { text: `${text}[${dice.pick([0, 0, 1, 2])}]`, type: 'any', literals: ['"a"', '"b"', '3'] };
  }
  return { text, type: OTTL_TYPES[pool.type], literals };
}

/** A key, seldom one that is put together. */
function keyText(dice: Dice, key: string): string {
  const [head, ...rest] = key.split('.');
  return rest.length > 0 && dice.chance(8)
    ? `Concat([${JSON.stringify(head)}, ${JSON.stringify(rest.join('.'))}], ".")`
    : JSON.stringify(key);
}

/** An expression of a type, most of the time. */
export function value(dice: Dice, setting: Setting, type: OttlType, depth: number): string {
  const rows = depth > 0 ? converters(setting, type) : [];
  const kind = dice.weighted<'literal' | 'path' | 'call' | 'math' | 'list' | 'indexed'>(
    [2, 'literal'],
    [6, 'path'],
    [rows.length > 0 ? 4 : 0, 'call'],
    [depth > 0 && (type === 'int' || type === 'float' || type === 'time' || type === 'duration') ? 2 : 0, 'math'],
    [depth > 0 && type === 'slice' ? 1 : 0, 'list'],
    [depth > 0 && type === 'any' ? 1 : 0, 'indexed'],
  );
  switch (kind) {
    case 'literal':
      return dice.pick(type === 'any' && dice.chance(50) ? ODD_LITERALS : LITERALS[type]);
    case 'path':
      return typed(dice, setting, type, depth);
    case 'call':
      return call(dice, setting, dice.pick(rows), depth - 1);
    case 'math':
      return math(dice, setting, type, depth);
    case 'list':
      return `[${item(dice, setting, 'any', depth - 1)}, ${value(dice, setting, 'string', depth - 1)}]`;
    case 'indexed':
      return indexed(dice, setting, depth);
  }
}

const ODD_LITERALS = ODD_VALUES.map(literal);

/** A path of the type; for types that no path has, a literal. */
function typed(dice: Dice, setting: Setting, type: OttlType, depth: number): string {
  const chosen = path(dice, setting, type);
  if (type === 'any' || chosen.type === type || chosen.type === 'any') return chosen.text;
  return depth > 0 && dice.chance(20) ? chosen.text : dice.pick(LITERALS[type]);
}

/** An item of a list. Literals of maps and lists in it are refused by some functions. */
function item(dice: Dice, setting: Setting, type: OttlType, depth: number): string {
  const text = value(dice, setting, type, depth);
  return /^[[{]/.test(text) ? path(dice, setting).text : text;
}

/** What a function is given: mostly what it wants, at times what another path holds. */
function given(dice: Dice, setting: Setting, argument: Argument, depth: number): string {
  if (argument === 'ascii') return ascii(dice, setting, depth);
  if (argument === 'small') return small(dice, setting, depth);
  if ('literals' in argument) return dice.pick(argument.literals);
  if ('listOf' in argument) {
    const items = Array.from({ length: dice.int(1, 3) }, () => {
      if (argument.through) return `${argument.through}(${path(dice, setting, argument.listOf).text})`;
      return item(dice, setting, argument.listOf, depth - 1);
    });
    return `[${items.join(', ')}]`;
  }
  if ('path' in argument) {
    if (depth > 0 && dice.chance(25))
      return call(dice, setting, dice.pick(converters(setting, argument.path)), depth - 1);
    return path(dice, setting, argument.path).text;
  }
  if (dice.chance(8)) return path(dice, setting, dice.pick(TYPES)).text;
  return value(dice, setting, argument.of, depth);
}

function ascii(dice: Dice, setting: Setting, depth: number): string {
  const text = () => value(dice, setting, 'string', depth - 1);
  return dice.weighted<() => string>(
    [1, () => dice.pick(['"payments"', '"ab"', '""', '"user-42"'])],
    [2, () => `${dice.pick(['SHA1', 'MD5', 'SHA256'])}(${text()})`],
    [1, () => `Hex(${path(dice, setting).text})`],
  )();
}

function small(dice: Dice, setting: Setting, depth: number): string {
  return dice.weighted<() => string>(
    [2, () => dice.pick(['0', '1700000000', '1', '-5', '1709212455'])],
    [1, () => `Len(${path(dice, setting).text})`],
    [2, () => `UnixSeconds(${value(dice, setting, 'time', depth - 1)})`],
  )();
}

export function converters(setting: Setting, type: OttlType): readonly FunctionRow[] {
  return CONVERTERS.filter(
    ({ name, gives, recent, context }) =>
      (gives === type || type === 'any') &&
      !(recent && setting.old) &&
      !(name === 'IsRootSpan' && setting.old && setting.routing) &&
      (context === undefined || context === setting.context),
  );
}

export function call(dice: Dice, setting: Setting, row: FunctionRow, depth: number): string {
  const optional = dice.chance(50) ? (row.optional ?? []) : [];
  const args = [...row.arguments, ...optional].map((one) => given(dice, setting, one, depth));
  return `${row.name}(${args.join(', ')})`;
}

/** A value inside of what a function gives. */
function indexed(dice: Dice, setting: Setting, depth: number): string {
  const string = value(dice, setting, 'string', depth - 1);
  return dice.pick([
    `ParseJSON(${string})["a"]`,
    `ParseJSON(${string})["c"]["d"]`,
    `ParseJSON(${string})["b"][1]`,
    `Split(${string}, "a")[0]`,
    `ExtractPatterns(${string}, "(?P<x>[a-z]+)")["x"]`,
  ]);
}

function math(dice: Dice, setting: Setting, type: OttlType, depth: number): string {
  const left = path(dice, setting, type).text;
  switch (type) {
    case 'time':
      return `${left} ${dice.pick(['+', '-'])} ${value(dice, setting, 'duration', depth - 1)}`;
    case 'duration':
      return dice.chance(50)
        ? `${value(dice, setting, 'time', 0)} - ${value(dice, setting, 'time', 0)}`
        : `Duration("1h") ${dice.pick(['+', '-'])} ${value(dice, setting, 'duration', 0)}`;
    default: {
      const operator = dice.pick(['+', '-', '*', '/', '/']);
      const right =
        operator === '/'
          ? dice.pick(type === 'int' ? ['2', '3', '-2'] : ['2.0', '0.5'])
          : value(dice, setting, type, 0);
      return dice.chance(50)
        ? `${left} ${operator} ${right}`
        : `(${left} ${operator} ${right}) * ${type === 'int' ? 2 : '2.0'}`;
    }
  }
}
