import type { BooleanExpression, Call, Statement, ValueExpression } from './ast';
import { and, comparison, stringOf } from './make';

const empty = stringOf([]);

/**
 * A tree in which an empty variable matches nothing, as far as that can be decided: with `==`, `IsMatch`, and
 * `ContainsValue` of a split variable. What is in `given` stays as it is.
 */
export function filledIn<T extends BooleanExpression | Statement>(tree: T, given: ReadonlySet<BooleanExpression>): T {
  const filled =
    tree.kind === 'statement'
      ? { ...tree, ...(tree.where && { where: guarded(tree.where, given) }) }
      : guarded(tree, given);
  return filled as T;
}

function guarded(tree: BooleanExpression, given: ReadonlySet<BooleanExpression>): BooleanExpression {
  if (given.has(tree)) return tree;
  switch (tree.kind) {
    case 'and':
      return and(...tree.terms.map((term) => guarded(term, given)));
    case 'or':
      return { ...tree, terms: tree.terms.map((term) => guarded(term, given)) };
    case 'not':
      return { ...tree, of: guarded(tree.of, given) };
    case 'comparison': {
      if (tree.operator !== '==') return tree;
      const [variable, other] = isVariable(tree.left) ? [tree.left, tree.right] : [tree.right, tree.left];
      if (!isVariable(variable)) return tree;
      return isEmpty(other) ? tree : and(tree, comparison(other, '!=', empty));
    }
    case 'call':
      return guardedCall(tree);
    default:
      return tree;
  }
}

function guardedCall(tree: Call): BooleanExpression {
  const [first, second] = tree.arguments.map(({ value }) => value);
  if (tree.name === 'IsMatch' && second !== undefined && isVariable(second)) {
    return and(comparison(second, '!=', empty), tree);
  }
  const split = first?.kind === 'call' && first.name === 'Split' ? first.arguments[0]?.value : undefined;
  if (tree.name === 'ContainsValue' && split !== undefined && isVariable(split) && second?.kind === 'path') {
    return and(tree, comparison(second, '!=', empty));
  }
  return tree;
}

/** A text that is one variable, and so may be empty. */
function isVariable(value: { readonly kind: string }): value is ValueExpression & { kind: 'string' } {
  const { kind, parts } = value as Partial<ValueExpression & { kind: 'string' }>;
  return (
    kind === 'string' && parts !== undefined && parts.length > 0 && parts.every((part) => typeof part !== 'string')
  );
}

function isEmpty(value: ValueExpression): boolean {
  return value.kind === 'string' && value.parts.length === 0;
}
