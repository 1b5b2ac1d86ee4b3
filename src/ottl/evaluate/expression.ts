import type { ValueExpression } from '../ast';
import { literalMap } from './any-value';
import { compileConverter } from './call';
import { enumOf } from './enums';
import type { Getter } from './functions/function';
import { literal } from './getter';
import { textOfLiteral } from './literals';
import { calculate, negate } from './math';
import { compilePath } from './path-target';
import { RawList } from './raw-list';
import type { Scope } from './scope';
import { Unsupported } from './value';

type Of<Kind extends ValueExpression['kind']> = Extract<ValueExpression, { kind: Kind }>;

/** Makes a tree of a value into what gives the value. */
export function compileValueTree(tree: ValueExpression, scope: Scope): Getter {
  switch (tree.kind) {
    case 'nil':
      return literal(null);
    case 'int':
    case 'float':
    case 'bool':
    case 'bytes':
      return literal(tree.value);
    case 'string':
      return literal(textOfLiteral(tree, scope));
    case 'enum':
      return literal(enumOf(tree.name, scope));
    case 'path':
      return compilePath(tree, scope, compileValueTree).get;
    case 'call':
      return compileConverter(tree, scope, compileValueTree);
    case 'math':
      return compileMath(tree, scope);
    case 'sign':
      return compileSign(tree, scope);
    case 'list':
      return compileList(tree, scope);
    case 'map':
      return compileMap(tree, scope);
    case 'opaque':
      throw new Unsupported(`the variable ${tree.env} outside of text`);
  }
}

function compileMath({ operator, left, right }: Of<'math'>, scope: Scope): Getter {
  const a = compileValueTree(left, scope);
  const b = compileValueTree(right, scope);
  return (place) => calculate(operator, a(place), b(place));
}

function compileSign({ operator, of }: Of<'sign'>, scope: Scope): Getter {
  const value = compileValueTree(of, scope);
  return operator === '+' ? value : (place) => negate(value(place));
}

function compileList({ items }: Of<'list'>, scope: Scope): Getter {
  const getters = items.map((item) => compileValueTree(item, scope));
  const constants = constantsOf(getters, scope);
  if (constants !== undefined) return literal(RawList.make('any', constants));
  return (place) =>
    RawList.make(
      'any',
      getters.map((getter) => getter(place)),
    );
}

function compileMap({ entries }: Of<'map'>, scope: Scope): Getter {
  // A key that is written twice holds what comes last.
  const getters = new Map(
    entries.map(({ key, value }) => [textOfLiteral(key, scope), compileValueTree(value, scope)] as const),
  );
  const names = [...getters.keys()];
  const constants = constantsOf([...getters.values()], scope);
  if (constants !== undefined) return literal(literalMap(names.map((name, i) => [name, constants[i] ?? null])));
  return (place) => literalMap([...getters].map(([name, getter]) => [name, getter(place)]));
}

/** The values of literals, where all of them are and the release looks. */
function constantsOf(getters: readonly Getter[], scope: Scope) {
  if (!scope.differences.foldsLiterals) return undefined;
  const constants = getters.flatMap((getter) => (getter.literal === undefined ? [] : [getter.literal.value]));
  return constants.length === getters.length ? constants : undefined;
}
