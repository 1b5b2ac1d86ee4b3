import type { FunctionName, Lambda, ValueExpression } from '../ast';
import { parseBool, parseFloat64 } from '../evaluate/functions/strconv';
import type { ParameterType } from '../tables';

type Argument = ValueExpression | FunctionName | Lambda;

/** Whether the collector knows a value when it starts: a literal, or a list or a map of literals. */
export function isLiteral(value: Argument): boolean {
  switch (value.kind) {
    case 'nil':
    case 'int':
    case 'float':
    case 'bool':
    case 'bytes':
    case 'string':
    case 'enum':
    case 'lambda':
      return true;
    case 'list':
      return value.items.every(isLiteral);
    case 'map':
      return lastValues(value).every(isLiteral);
    default:
      return false;
  }
}

/** The values of a map's keys: of a key that is there twice, the last one. */
function lastValues({ entries }: Extract<Argument, { kind: 'map' }>): readonly ValueExpression[] {
  return [...new Map(entries.map(({ key, value }) => [JSON.stringify(key.parts), value])).values()];
}

/** The text of a string literal; `undefined` for other values, and where variables are part of it. */
export function literalText(value: Argument | undefined): string | undefined {
  if (value?.kind !== 'string' || value.parts.some((part) => typeof part !== 'string')) return undefined;
  return value.parts.join('');
}

type Getter = Exclude<ParameterType, `literal${string}` | `${string}s` | 'setter' | 'mapTarget' | 'sliceTarget'>;

/** What a literal is called in messages. */
export function kindOf(value: Argument): string {
  switch (value.kind) {
    case 'nil':
      return 'nil';
    case 'int':
    case 'enum':
      return 'an integer';
    case 'float':
      return 'a float';
    case 'bool':
      return 'a boolean';
    case 'bytes':
      return 'bytes';
    case 'string':
      return 'text';
    case 'list':
      return 'a list';
    case 'map':
      return 'a map';
    case 'lambda':
      return 'a lambda';
    case 'function':
      return 'a function';
    case 'path':
      return 'a path';
    case 'call':
      return 'a call';
    case 'math':
    case 'sign':
      return 'a calculation';
    case 'opaque':
      return 'a variable';
  }
}

const kinds: Readonly<Partial<Record<Getter, readonly Argument['kind'][]>>> = {
  string: ['string'],
  int: ['int', 'enum'],
  float: ['float'],
  bool: ['bool'],
  map: ['map'],
  slice: ['list'],
  time: [],
  duration: [],
  intLike: ['nil', 'int', 'enum', 'float', 'bool', 'string'],
  floatLike: ['nil', 'int', 'enum', 'float', 'bool', 'string'],
  boolLike: ['nil', 'int', 'enum', 'float', 'bool', 'string'],
  bytesLike: ['nil', 'int', 'enum', 'float', 'bool', 'string', 'bytes'],
};

/** Whether a parameter of a getter's type takes a literal. */
export function takesLiteral(type: ParameterType, value: Argument): boolean {
  const taken = kinds[type as Getter];
  if (taken === undefined) return true;
  if (!taken.includes(value.kind)) return false;
  if (type === 'slice') return value.kind === 'list' && !value.items.some(holdsMap);
  const text = literalText(value);
  if (text === undefined) return true;
  if (type === 'floatLike') return parseFloat64(text) !== undefined;
  return type !== 'boolLike' || parseBool(text) !== undefined;
}

/** A list becomes one of the collector's own only without maps in it. */
function holdsMap(value: ValueExpression): boolean {
  return value.kind === 'map' || (value.kind === 'list' && value.items.some(holdsMap));
}
