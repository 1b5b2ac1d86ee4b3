import type { Argument, BooleanExpression, Call, ValueExpression } from '../../ottl/ast';
import { walk } from '../../ottl/walk';
import { type Comparison, compare } from './compare';
import { keyOf } from './key';
import { literalOf } from './literal';
import type { Test } from './question';
import { begin, end, literally, sequence } from './text/expression';
import { readExpression } from './text/read-expression';
import type { Kind, Literal } from './value';
import type { Variables } from './variables';

/** A condition, as questions about single values. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: Formula }
  /** A question about one value: the numbers of the value among all, and of the question among those about it. */
  | { readonly kind: 'test'; readonly variable: number; readonly test: number }
  /** Anything, known when the collector starts, and the same for all records. */
  | { readonly kind: 'given'; readonly key: string }
  /** Anything; the same wherever the same key stands. Without one, something else each time. */
  | { readonly kind: 'unknown'; readonly key?: string; readonly fails: boolean };

/** Reads a condition; its values join the variables. */
export function formulaOf(tree: BooleanExpression, variables: Variables): Formula {
  // A variable of the environment outside of quotes can turn the text around it into something else.
  if (holdsOpaque(tree)) return unknown(tree);
  return read(tree, variables);
}

function read(tree: BooleanExpression, variables: Variables): Formula {
  switch (tree.kind) {
    case 'constant':
      return { kind: 'constant', value: tree.value };
    case 'and':
    case 'or':
      return { kind: tree.kind, terms: tree.terms.map((term) => read(term, variables)) };
    case 'not':
      return not(read(tree.of, variables));
    case 'comparison':
      return readComparison(tree, variables);
    case 'call':
      return readCall(tree, variables);
    case 'opaque':
      return unknown(tree);
  }
}

function not(of: Formula): Formula {
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

const mirrored: Readonly<Record<Comparison, Comparison>> = { '==': '==', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function readComparison(tree: BooleanExpression & { kind: 'comparison' }, variables: Variables): Formula {
  const { operator, left, right } = tree;
  if (operator === '!=') return not(readComparison({ ...tree, operator: '==' }, variables));
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a && b) return betweenLiterals(tree, a, b);
  if (a)
    return readComparison({ kind: 'comparison', operator: mirrored[operator], left: right, right: left }, variables);
  if (b === undefined) return unknown(inOneOrder(operator, left, right));
  if (left.kind === 'call' && b.kind === 'bool' && operator === '==' && alwaysBool.has(left.name)) {
    const called = readCall(left, variables);
    return b.value ? called : not(called);
  }
  const key = b.kind in unnamed ? keyOf(right) : undefined;
  return test(left, { kind: 'compare', operator, literal: b, ...(key !== undefined && { key }) }, variables);
}

/** Literals of which only the expression says which is which. */
const unnamed: Readonly<Record<string, true>> = {
  'some string': true,
  'some int': true,
  bytes: true,
  map: true,
  slice: true,
};

function betweenLiterals(tree: BooleanExpression & { kind: 'comparison' }, a: Literal, b: Literal): Formula {
  const { operator, left, right } = tree;
  const said = compare({ ...a, kind: kindOf(a), certain: true }, operator as Comparison, b);
  if ((said === 'true' || said === 'false') && !(a.kind in unnamed))
    return { kind: 'constant', value: said === 'true' };
  return { kind: 'given', key: keyOf(inOneOrder(operator as Comparison, left, right)) };
}

function kindOf({ kind }: Literal): Kind {
  if (kind === 'some string') return 'string';
  return kind === 'some int' ? 'int' : kind;
}

/** A comparison of two values reads the same from both sides. */
function inOneOrder(operator: Comparison, left: ValueExpression, right: ValueExpression): BooleanExpression {
  const swap = operator === '>' || operator === '>=' || (operator === '==' && keyOf(left) > keyOf(right));
  if (!swap) return { kind: 'comparison', operator, left, right };
  return { kind: 'comparison', operator: mirrored[operator], left: right, right: left };
}

/** Converters that ask for the type of a value, and the kinds that they say yes to. */
const typeTests: Readonly<Record<string, readonly Kind[]>> = {
  IsBool: ['bool'],
  IsDouble: ['float'],
  IsInt: ['int'],
  IsList: ['slice'],
  IsMap: ['map'],
  IsString: ['string'],
};

/** Converters that give a bool, or fail. */
const alwaysBool: ReadonlySet<string> = new Set([
  ...Object.keys(typeTests),
  'ContainsValue',
  'HasPrefix',
  'HasSuffix',
  'IsEmpty',
  'IsInCIDR',
  'IsMatch',
  'IsRootSpan',
  'IsValidLuhn',
]);

const parameterNames: Readonly<Record<string, readonly string[]>> = {
  ContainsValue: ['target', 'item'],
  HasPrefix: ['target', 'prefix'],
  HasSuffix: ['target', 'suffix'],
  IsMatch: ['target', 'pattern'],
};

function readCall(call: Call, variables: Variables): Formula {
  const [first, second] = argumentsOf(call) ?? [];
  if (first === undefined || call.keys.length > 0 || literalOf(first) !== undefined) return readOther(call, variables);
  const kinds = typeTests[call.name];
  if (kinds !== undefined) return test(first, { kind: 'type', kinds }, variables);
  const text = second && literalOf(second);
  if (text?.kind !== 'string' && text?.kind !== 'some string') return readOther(call, variables);
  const known = text.kind === 'string' ? text.value : undefined;
  const key = `${call.name} ${keyOf(second as ValueExpression)}`;
  switch (call.name) {
    case 'IsMatch':
      return test(first, { kind: 'match', key, ...(known !== undefined && whole(readExpression(known))) }, variables);
    case 'HasPrefix':
      return test(
        first,
        { kind: 'part', key, ...(known !== undefined && whole(sequence(begin, literally(known)))) },
        variables,
      );
    case 'HasSuffix':
      return test(
        first,
        { kind: 'part', key, ...(known !== undefined && whole(sequence(literally(known), end))) },
        variables,
      );
    default:
      return readOther(call, variables);
  }
}

function whole<T>(expression: T | undefined): { expression: T } | undefined {
  return expression === undefined ? undefined : { expression };
}

/** `ContainsValue(["a", "b"], x)` is `x == "a" or x == "b"`; of others nothing is known. */
function readOther(call: Call, variables: Variables): Formula {
  const [list, item] = argumentsOf(call) ?? [];
  if (call.name !== 'ContainsValue' || call.keys.length > 0 || list === undefined || item === undefined) {
    return call.name === 'IsRootSpan' ? { kind: 'unknown', key: keyOf(call), fails: false } : unknown(call);
  }
  if (literalOf(item) !== undefined) return unknown(call);
  if (list.kind !== 'list') return containedIn(call, list, item, variables);
  const literals = list.items.map((one) => literalOf(one));
  if (literals.some((one) => one === undefined || one.kind === 'map' || one.kind === 'slice')) return unknown(call);
  const terms = list.items.map((one) =>
    readComparison({ kind: 'comparison', operator: '==', left: item, right: one }, variables),
  );
  // Whether the value can be read at all is asked even where there is nothing to compare it with.
  return terms.length > 1 ? { kind: 'or', terms } : (terms[0] ?? test(item, { kind: 'type', kinds: [] }, variables));
}

/** The members of a text that is known only when the collector starts are texts. */
function containedIn(call: Call, list: ValueExpression, item: ValueExpression, variables: Variables): Formula {
  const [text, delimiter] = (list.kind === 'call' && list.name === 'Split' && argumentsOf(list)) || [];
  const isGiven = text?.kind === 'string' && delimiter?.kind === 'string';
  if (!isGiven || (list.kind === 'call' && list.keys.length > 0)) return unknown(call);
  return test(item, { kind: 'compare', operator: '==', literal: { kind: 'some string' }, key: keyOf(list) }, variables);
}

/** The arguments in order, where they are in order and all values. */
function argumentsOf(call: Call): readonly ValueExpression[] | undefined {
  const names = parameterNames[call.name];
  const values: ValueExpression[] = [];
  for (const [i, { name, value }] of call.arguments.entries()) {
    if ((name !== undefined && name !== names?.[i]) || !isValue(value)) return undefined;
    values.push(value);
  }
  return values;
}

function isValue(value: Argument['value']): value is ValueExpression {
  return value.kind !== 'function' && value.kind !== 'lambda';
}

function test(expression: ValueExpression, asked: Test, variables: Variables): Formula {
  if (changes(expression)) return { kind: 'unknown', fails: true };
  return { kind: 'test', ...variables.ask(expression, asked) };
}

function unknown(tree: BooleanExpression): Formula {
  return changes(tree) ? { kind: 'unknown', fails: true } : { kind: 'unknown', key: keyOf(tree), fails: true };
}

/** Converters that give something else each time. */
const changing: ReadonlySet<string> = new Set(['Now', 'UUID', 'UUIDv7']);

function changes(tree: BooleanExpression | ValueExpression): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.kind === 'call' && changing.has(node.name)) found = true;
  });
  return found;
}

function holdsOpaque(tree: BooleanExpression): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.kind === 'opaque') found = true;
  });
  return found;
}
