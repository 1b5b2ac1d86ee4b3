import type { Argument, ValueExpression } from '../ast';
import { type Coerced, coercions } from './coerce';
import { enumOf } from './enums';
import { compileFunction } from './function-argument';
import type { ArgumentKind, FunctionArgument, Getter, Parameters, Target } from './functions/function';
import { mapped } from './getter';
import { textOfLiteral } from './literals';
import { type CompileValue, compilePath } from './path-target';
import type { Scope } from './scope';
import { OttlError, type OttlValue, Unsupported } from './value';

/** What a function is made with. Throws `OttlError` where the collector refuses the arguments at start. */
export function compileArguments(
  name: string,
  given: readonly Argument[],
  parameters: Parameters,
  scope: Scope,
  compile: CompileValue,
): Record<string, unknown> {
  const names = Object.keys(parameters);
  const required = names.filter((parameter) => !parameters[parameter]?.endsWith('?'));
  if (given.length < required.length || given.length > names.length) {
    throw new OttlError(`${name} takes ${names.length} arguments, and got ${given.length}`);
  }
  const made: Record<string, unknown> = {};
  given.forEach((argument, i) => {
    const parameter =
      argument.name === undefined ? names[i] : names.find((known) => fieldOf(known) === fieldOf(argument.name ?? ''));
    if (parameter === undefined) throw new OttlError(`${name} has no parameter ${argument.name}`);
    const kind = parameters[parameter]?.replace('?', '') as ArgumentKind;
    made[parameter] = compileArgument(kind, argument, scope, compile);
  });
  const missing = required.find((parameter) => made[parameter] === undefined);
  if (missing !== undefined) throw new OttlError(`${name} needs ${missing}`);
  return made;
}

/** The name of the field that a named argument means: `replacement_format` and `replacementFormat` are the same. */
function fieldOf(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function compileArgument(kind: ArgumentKind, argument: Argument, scope: Scope, compile: CompileValue): unknown {
  const { value } = argument;
  if (value.kind === 'lambda') throw new Unsupported('lambda expressions');
  if (kind === 'function') return functionOf(value, scope);
  if (value.kind === 'function') throw new OttlError(`${value.name} is a function, and not a value`);
  return compileValueArgument(kind, value, scope, compile);
}

function functionOf(value: Exclude<Argument['value'], { kind: 'lambda' }>, scope: Scope): FunctionArgument {
  // A name in capitals alone (`SHA256`) reads like the name of an enum.
  if (value.kind === 'function' || value.kind === 'enum') return compileFunction(value.name, scope);
  throw new OttlError('the argument is the name of a function');
}

function compileValueArgument(kind: ArgumentKind, tree: ValueExpression, scope: Scope, compile: CompileValue): unknown {
  switch (kind) {
    case 'target':
      return pathOf(tree, scope, compile);
    case 'mapTarget':
      return targetAs('map', pathOf(tree, scope, compile));
    case 'sliceTarget':
      return targetAs('slice', pathOf(tree, scope, compile));
    case 'any':
      return compile(tree, scope);
    case 'anys':
      return itemsOf(tree).map((item) => compile(item, scope));
    case 'strings':
      return itemsOf(tree).map((item) => coerced('string', item, scope, compile));
    case 'stringLikes':
      return itemsOf(tree).map((item) => coerced('stringLike', item, scope, compile));
    case 'literalStrings':
      return itemsOf(tree).map((item) => literalOf('literalString', item, scope));
    case 'literalString':
    case 'literalInt':
    case 'literalFloat':
    case 'literalBool':
    case 'enum':
      return literalOf(kind, tree, scope);
    case 'function':
      throw new OttlError('a function stands alone');
    default:
      return coerced(kind, tree, scope, compile);
  }
}

function coerced(kind: Coerced, tree: ValueExpression, scope: Scope, compile: CompileValue): Getter<unknown> {
  const change: (value: OttlValue) => unknown = coercions[kind];
  return mapped(compile(tree, scope), change, scope.differences.foldsLiterals);
}

function pathOf(tree: ValueExpression, scope: Scope, compile: CompileValue): Target {
  if (tree.kind !== 'path') throw new OttlError('the argument must be a path');
  return compilePath(tree, scope, compile);
}

/** A target that is read as one type only. */
function targetAs(kind: 'map' | 'slice', target: Target): Target {
  const change: (value: OttlValue) => OttlValue = coercions[kind];
  return { get: (place) => change(target.get(place)), set: target.set };
}

function itemsOf(tree: ValueExpression): readonly ValueExpression[] {
  if (tree.kind === 'opaque') throw new Unsupported(`the variable ${tree.env} outside of text`);
  if (tree.kind !== 'list') throw new OttlError('the argument must be a list');
  return tree.items;
}

const literalKinds = {
  literalString: 'string',
  literalInt: 'int',
  literalFloat: 'float',
  literalBool: 'bool',
  enum: 'enum',
} as const;

function literalOf(kind: keyof typeof literalKinds, tree: ValueExpression, scope: Scope): OttlValue {
  if (tree.kind === 'opaque') throw new Unsupported(`the variable ${tree.env} outside of text`);
  if (tree.kind !== literalKinds[kind]) throw new OttlError(`the argument must be a literal ${literalKinds[kind]}`);
  if (tree.kind === 'string') return textOfLiteral(tree, scope);
  if (tree.kind === 'enum') return enumOf(tree.name, scope);
  return 'value' in tree ? tree.value : null;
}
