import type { PromqlExpression } from './ast';

/** What stands directly inside an expression, from left to right. */
export function expressionsIn(tree: PromqlExpression): readonly PromqlExpression[] {
  switch (tree.kind) {
    case 'matrix':
      return [tree.selector];
    case 'subquery':
    case 'sign':
    case 'paren':
      return [tree.of];
    case 'call':
    case 'aggregation':
      return tree.arguments;
    case 'binary':
      return [tree.left, tree.right];
    default:
      return [];
  }
}

/** Visits an expression and all inside it, the outer before the inner, from left to right. */
export function walkPromql(tree: PromqlExpression, visit: (tree: PromqlExpression) => void): void {
  visit(tree);
  for (const inner of expressionsIn(tree)) walkPromql(inner, visit);
}

/** What parentheses hold, however many there are. */
export function withoutParentheses(tree: PromqlExpression): PromqlExpression {
  return tree.kind === 'paren' ? withoutParentheses(tree.of) : tree;
}
