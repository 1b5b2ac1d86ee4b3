import { MdaiError } from '../model/issue';
import { isRef, type ListValue, type Ref, referenceToConfig, type TextPart } from '../model/value';
import type {
  BooleanExpression,
  Call,
  ComparisonOperator,
  Path,
  StringLiteral,
  StringPart,
  ValueExpression,
} from './ast';
import { isInt64 } from './numbers';

/** Terms joined by one operator; those that are joined by the same are taken apart. */
export function joined(kind: 'or' | 'and', terms: readonly BooleanExpression[]): BooleanExpression {
  const flat = terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, terms: flat };
}

export function and(...terms: readonly BooleanExpression[]): BooleanExpression {
  return joined('and', terms);
}

export function or(...terms: readonly BooleanExpression[]): BooleanExpression {
  return joined('or', terms);
}

export function not(of: BooleanExpression): BooleanExpression {
  return { kind: 'not', of };
}

export function comparison(
  left: ValueExpression,
  operator: ComparisonOperator,
  right: ValueExpression,
): BooleanExpression {
  return { kind: 'comparison', operator, left, right };
}

export function call(name: string, ...values: readonly ValueExpression[]): Call {
  return { kind: 'call', name, arguments: values.map((value) => ({ value })), keys: [] };
}

/** `context.a.b["key"]`: the keys belong to the last name. */
export function pathOf(context: string, names: readonly string[], keys: readonly string[] = []): Path {
  const fields = names.map((name, i) => ({
    name,
    keys: i === names.length - 1 ? keys.map((key) => stringOf([key])) : [],
  }));
  return { kind: 'path', context, fields };
}

/** A sign in front of a value; in front of a number, the number with the sign. */
export function signed(operator: '+' | '-', of: ValueExpression): ValueExpression {
  switch (of.kind) {
    case 'int':
      return { kind: 'int', value: operator === '-' ? -of.value : of.value };
    case 'float':
      return { kind: 'float', value: operator === '-' ? -of.value : of.value };
    default:
      return { kind: 'sign', operator, of };
  }
}

/** A string literal; neighbouring texts become one, and empty ones go. */
export function stringOf(parts: readonly StringPart[]): StringLiteral {
  const out: StringPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else out.push(part);
  }
  return { kind: 'string', parts: out };
}

/** A reference as a string literal, which the collector fills before it reads the OTTL. */
export function referenceOf(ref: Ref): StringLiteral {
  return stringOf(ref.parts().map(partOf));
}

function partOf(part: TextPart): StringPart {
  if (typeof part === 'string') return part;
  if (part.kind === 'file') return referenceToConfig(part);
  return { env: part.kind === 'env' ? part.name : part.env };
}

/** The members of a hub's list. */
export function listOf(values: ListValue): Call {
  const { ref, join } = values.asList();
  return call('Split', referenceOf(ref), stringOf([join]));
}

/** A literal. A whole number is an integer as far as 64 bits hold it. Throws where OTTL can write none. */
export function literalOf(value: string | number | bigint | boolean | Ref): ValueExpression {
  if (isRef(value)) return referenceOf(value);
  if (typeof value === 'string') return stringOf([value]);
  if (typeof value === 'boolean') return { kind: 'bool', value };
  if (typeof value === 'bigint') return integer(value);
  if (!Number.isFinite(value)) throw new MdaiError(`${value} has no form in OTTL. Use a finite number.`);
  if (Number.isInteger(value) && isWritable(BigInt(value)) && !Object.is(value, -0)) return integer(BigInt(value));
  return { kind: 'float', value };
}

function integer(value: bigint): ValueExpression {
  if (isWritable(value)) return { kind: 'int', value };
  throw new MdaiError(`${value} has no form in OTTL. Use an integer of 64 bits, above -9223372036854775808.`);
}

// A sign is no part of a literal, so the least integer cannot be written.
function isWritable(value: bigint): boolean {
  return isInt64(value) && isInt64(-value);
}
