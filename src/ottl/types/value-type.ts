import type { ValueExpression } from '../ast';
import type { Environment } from './field';
import { resolvePath } from './paths';
import { resultOf } from './results';

/** What a value is while OTTL runs, as far as the text says. */
export type StaticType =
  | 'nil'
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'bytes'
  | 'map'
  | 'slice'
  | 'time'
  | 'duration'
  | 'id'
  | 'object'
  | 'unknown';

export interface StaticValue {
  readonly type: StaticType;
  /** Whether it may be nil instead. */
  readonly nil: boolean;
}

const unknown: StaticValue = { type: 'unknown', nil: false };
const always = (type: StaticType): StaticValue => ({ type, nil: type === 'nil' });

/** What a value is; unknown for what is not in sight of the field, or of which nobody knows. */
export function staticValue(value: ValueExpression, environment: Environment): StaticValue {
  switch (value.kind) {
    case 'nil':
    case 'int':
    case 'float':
    case 'bool':
    case 'bytes':
    case 'string':
    case 'map':
      return always(value.kind);
    case 'list':
      return always('slice');
    case 'enum':
      return always('int');
    case 'path': {
      const { facts } = resolvePath(value, environment);
      if (facts === undefined) return unknown;
      const isIndexed = value.fields.some(({ keys }) => keys.length > 0);
      // The states of a trace are texts, by key.
      if (isIndexed) return { type: facts.type === 'string' ? 'string' : 'unknown', nil: true };
      return { type: facts.type === 'any' ? 'unknown' : facts.type, nil: facts.optional };
    }
    case 'call':
      return value.keys.length > 0 ? unknown : resultOf(value.name);
    case 'math':
      return mathResult(staticValue(value.left, environment).type, staticValue(value.right, environment).type);
    case 'sign':
      return staticValue(value.of, environment);
    case 'opaque':
      return unknown;
  }
}

function mathResult(left: StaticType, right: StaticType): StaticValue {
  if (left === 'float' || right === 'float') return always('float');
  if (left === 'int' && right === 'int') return always('int');
  return unknown;
}

const numbers: readonly StaticType[] = ['int', 'float'];

/** Whether a comparison of the two can ever tell them apart by value. */
export function isComparable(left: StaticValue, right: StaticValue): boolean {
  if (left.type === 'unknown' || right.type === 'unknown') return true;
  if (left.type === 'nil') return right.nil || right.type === 'bytes';
  if (right.type === 'nil') return left.nil || left.type === 'bytes';
  // Both may be nil, and are equal then.
  if (left.nil && right.nil) return true;
  return left.type === right.type || (numbers.includes(left.type) && numbers.includes(right.type));
}
