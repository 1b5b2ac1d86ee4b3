import { isRef, type ListValue, type Ref } from '../model/value';
import type { BooleanExpression, ComparisonOperator, Path, ValueExpression } from './ast';
import type { Condition, ConditionTree, Context, Literal, Place } from './condition';
import { and, call, comparison, listOf, literalOf, not, or, pathOf, stringOf } from './make';

/** The condition in OTTL, with contexts in front of all paths. */
export function lowerCondition(condition: Condition<Context>): BooleanExpression {
  return ask(condition.tree, true);
}

const nil: ValueExpression = { kind: 'nil' };
const empty = stringOf([]);
const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

// `holds` false asks where the condition is known not to hold, which is not everywhere else: see `Condition`.
function ask(tree: ConditionTree, holds: boolean): BooleanExpression {
  switch (tree.kind) {
    case 'not':
      return ask(tree.of, !holds);
    case 'and':
    case 'or':
      return (tree.kind === 'and') === holds
        ? and(ask(tree.left, holds), ask(tree.right, holds))
        : or(ask(tree.left, holds), ask(tree.right, holds));
    case 'exists':
      return exists(tree.place, holds);
    case 'function':
      return holds ? call(tree.name) : not(call(tree.name));
    case 'written':
      return holds ? tree.tree : not(tree.tree);
    case 'severity':
      return severity(tree, holds);
    case 'compare':
      return and(
        ...tree.within.map(isMap),
        comparison(tree.left, holds ? tree.operator : opposite[tree.operator], tree.right),
      );
    case 'equals':
      return known(tree.place, holds, equal(tree.place, tree.value, holds));
    case 'matches':
      return known(tree.place, holds, matches(tree.place, tree.pattern, holds));
    case 'text':
      return text(tree, holds);
    case 'in':
      return known(tree.place, holds, member(tree.place, tree.values, holds));
  }
}

function exists({ path, within }: Place, holds: boolean): BooleanExpression {
  return holds
    ? and(...within.map(isMap), comparison(path, '!=', nil))
    : or(...within.map((outer) => not(isMap(outer))), comparison(path, '==', nil));
}

function isMap(path: Path): BooleanExpression {
  return call('IsMap', path);
}

/** What is missing is not unequal either, so the negative asks for something. */
function known({ path, optional, within }: Place, holds: boolean, then: BooleanExpression): BooleanExpression {
  return and(...within.map(isMap), ...(optional && !holds ? [comparison(path, '!=', nil)] : []), then);
}

function equal({ path }: Place, value: Literal | Ref, holds: boolean): BooleanExpression {
  const literal = literalOf(value);
  if (!isRef(value)) return comparison(path, holds ? '==' : '!=', literal);
  return holds
    ? and(comparison(path, '==', literal), comparison(path, '!=', empty))
    : or(comparison(path, '!=', literal), comparison(path, '==', empty));
}

function matches({ path }: Place, pattern: string | Ref, holds: boolean): BooleanExpression {
  return filled(pattern, holds, call('IsMatch', path, literalOf(pattern)));
}

/** An empty reference would be in every text. */
function filled(value: string | Ref | readonly string[], holds: boolean, match: BooleanExpression): BooleanExpression {
  const asked = holds ? match : not(match);
  if (!isRef(value)) return asked;
  const filledOrNot = comparison(literalOf(value), holds ? '!=' : '==', empty);
  return holds ? and(filledOrNot, asked) : or(filledOrNot, asked);
}

function text(tree: ConditionTree & { kind: 'text' }, holds: boolean): BooleanExpression {
  const { place, argument } = tree;
  const value: ValueExpression =
    typeof argument === 'string' || isRef(argument)
      ? literalOf(argument)
      : { kind: 'list', items: argument.map((one) => literalOf(one)) };
  const guards = [...place.within.map(isMap), ...(place.optional ? [call('IsString', place.path)] : [])];
  return and(...guards, filled(argument, holds, call(tree.function, place.path, value)));
}

function member(place: Place, values: readonly Literal[] | ListValue, holds: boolean): BooleanExpression {
  if (!isList(values)) {
    const each = values.map((value) => equal(place, value, holds));
    return holds ? or(...each) : and(...each);
  }
  // Splitting an empty variable gives one empty member, so the empty text is never a member.
  const found = call('ContainsValue', listOf(values), place.path);
  return holds ? and(found, comparison(place.path, '!=', empty)) : or(not(found), comparison(place.path, '==', empty));
}

function severity(tree: ConditionTree & { kind: 'severity' }, holds: boolean): BooleanExpression {
  const number = pathOf('log', ['severity_number']);
  const against = (operator: ComparisonOperator, name: string) =>
    comparison(number, operator, { kind: 'enum', name: `SEVERITY_NUMBER_${name}` });
  const withUnset = tree.unspecified && holds;
  if ((tree.compare === 'atLeast') === holds) {
    const above = against('>=', tree.level);
    return withUnset ? or(above, against('==', 'UNSPECIFIED')) : above;
  }
  const under = against('<', tree.level);
  return withUnset ? under : and(against('>', 'UNSPECIFIED'), under);
}

function isList(values: readonly Literal[] | ListValue): values is ListValue {
  return 'asList' in values;
}

/** The references that a condition holds. */
export function conditionRefs(condition: Condition<Context>): readonly Ref[] {
  return refsIn(condition.tree);
}

function refsIn(tree: ConditionTree): readonly Ref[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return [...refsIn(tree.left), ...refsIn(tree.right)];
    case 'not':
      return refsIn(tree.of);
    case 'written':
      return tree.refs;
    case 'equals':
      return isRef(tree.value) ? [tree.value] : [];
    case 'matches':
      return isRef(tree.pattern) ? [tree.pattern] : [];
    case 'text':
      return isRef(tree.argument) ? [tree.argument] : [];
    case 'in':
      return isList(tree.values) ? [tree.values.asList().ref] : [];
    default:
      return [];
  }
}
