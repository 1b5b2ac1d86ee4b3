import { MdaiError } from '../model/issue';
import { isRef, type ListValue, type Ref, referenceToConfig } from '../model/value';
import type { Condition, ConditionTree, Context, Literal, Path } from './condition';
import { formatNumber, quote } from './literal';

/** An expression and how tightly its outermost operator binds. */
interface Printed {
  readonly text: string;
  readonly binds: 'or' | 'and' | 'not';
}

/**
 * The condition in OTTL, with contexts in front of all paths, as the collector's YAML holds it: `$` is doubled, and
 * references stand as `${env:NAME}`.
 */
export function printCondition(condition: Condition<Context>): string {
  return print(condition.tree, true).text;
}

// `holds` false prints where the condition is known not to hold, which is not everywhere else: see `Condition`.
function print(tree: ConditionTree, holds: boolean): Printed {
  switch (tree.kind) {
    case 'not':
      return print(tree.of, !holds);
    case 'and':
    case 'or':
      return (tree.kind === 'and') === holds
        ? and(print(tree.left, holds), print(tree.right, holds))
        : or(print(tree.left, holds), print(tree.right, holds));
    case 'exists':
      return atom(`${tree.path.text} ${holds ? '!=' : '=='} nil`);
    case 'function':
      return atom(holds ? `${tree.name}()` : `not ${tree.name}()`);
    case 'severity':
      return severity(tree, holds);
    case 'equals':
      return holds ? equals(tree.path, tree.value) : present(tree.path, unequal(tree.path, tree.value));
    case 'matches':
      return holds ? matches(tree.path, tree.pattern) : present(tree.path, mismatches(tree.path, tree.pattern));
    case 'in':
      if (isList(tree.values)) return list(tree.path, tree.values, holds);
      return holds
        ? tree.values.map((value) => equals(tree.path, value)).reduce(or)
        : present(tree.path, tree.values.map((value) => unequal(tree.path, value)).reduce(and));
  }
}

function equals(path: Path, value: Literal | Ref): Printed {
  const same = atom(`${path.text} == ${literal(value)}`);
  return isRef(value) ? and(same, atom(`${path.text} != ""`)) : same;
}

function unequal(path: Path, value: Literal | Ref): Printed {
  const other = atom(`${path.text} != ${literal(value)}`);
  return isRef(value) ? or(other, atom(`${path.text} == ""`)) : other;
}

function matches(path: Path, pattern: string | Ref): Printed {
  const match = atom(`IsMatch(${path.text}, ${literal(pattern)})`);
  return isRef(pattern) ? and(atom(`${literal(pattern)} != ""`), match) : match;
}

function mismatches(path: Path, pattern: string | Ref): Printed {
  const mismatch = atom(`not IsMatch(${path.text}, ${literal(pattern)})`);
  return isRef(pattern) ? or(atom(`${literal(pattern)} == ""`), mismatch) : mismatch;
}

// Splitting an empty variable gives one empty member, so the empty text is never a member.
function list(path: Path, values: ListValue, holds: boolean): Printed {
  const { ref, join } = values.asList();
  const member = `ContainsValue(Split(${literal(ref)}, ${literal(join)}), ${path.text})`;
  return holds
    ? and(atom(member), atom(`${path.text} != ""`))
    : present(path, or(atom(`not ${member}`), atom(`${path.text} == ""`)));
}

function severity(tree: ConditionTree & { kind: 'severity' }, holds: boolean): Printed {
  const number = 'log.severity_number';
  const level = `SEVERITY_NUMBER_${tree.level}`;
  const unset = 'SEVERITY_NUMBER_UNSPECIFIED';
  const withUnset = tree.unspecified && holds;
  if ((tree.compare === 'atLeast') === holds) {
    const above = atom(`${number} >= ${level}`);
    return withUnset ? or(above, atom(`${number} == ${unset}`)) : above;
  }
  const under = atom(`${number} < ${level}`);
  return withUnset ? under : and(atom(`${number} > ${unset}`), under);
}

function present(path: Path, then: Printed): Printed {
  return path.optional ? and(atom(`${path.text} != nil`), then) : then;
}

function atom(text: string): Printed {
  return { text, binds: 'not' };
}

function and(left: Printed, right: Printed): Printed {
  return { text: `${within(left)} and ${within(right)}`, binds: 'and' };
}

function or(left: Printed, right: Printed): Printed {
  return { text: `${left.text} or ${right.text}`, binds: 'or' };
}

function within(part: Printed): string {
  return part.binds === 'or' ? `(${part.text})` : part.text;
}

function isList(values: readonly Literal[] | ListValue): values is ListValue {
  return 'asList' in values;
}

function literal(value: Literal | Ref): string {
  if (isRef(value)) {
    return `"${value
      .parts()
      .map((part) => (typeof part === 'string' ? escaped(part).slice(1, -1) : referenceToConfig(part)))
      .join('')}"`;
  }
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return String(value);
  if (Number.isFinite(value)) return formatNumber(value);
  throw new MdaiError(`${value} has no form in OTTL. Use a finite number.`);
}

function escaped(text: string): string {
  return quote(text).replaceAll('$', '$$$$');
}

/** The references that a condition holds. */
export function conditionRefs(condition: Condition<Context>): readonly Ref[] {
  const found: Ref[] = [];
  const walk = (tree: ConditionTree): void => {
    switch (tree.kind) {
      case 'and':
      case 'or':
        walk(tree.left);
        walk(tree.right);
        break;
      case 'not':
        walk(tree.of);
        break;
      case 'equals':
        if (isRef(tree.value)) found.push(tree.value);
        break;
      case 'matches':
        if (isRef(tree.pattern)) found.push(tree.pattern);
        break;
      case 'in':
        if (isList(tree.values)) found.push(tree.values.asList().ref);
        break;
    }
  };
  walk(condition.tree);
  return found;
}
