import type { BooleanExpression } from './ast';

/** The condition with the paths of one context as that context itself writes them: without its name in front. */
export function unprefixed(tree: BooleanExpression, context: string): BooleanExpression {
  return without(tree, context) as BooleanExpression;
}

function without(node: unknown, context: string): unknown {
  if (Array.isArray(node)) return node.map((item) => without(item, context));
  // Numbers without bounds and bytes are in the tree, too, and stay as they are.
  if (typeof node !== 'object' || node === null || Object.getPrototypeOf(node) !== Object.prototype) return node;
  const isOwn = 'kind' in node && node.kind === 'path' && 'context' in node && node.context === context;
  const entries = Object.entries(node).filter(([key]) => !(isOwn && key === 'context'));
  return Object.fromEntries(entries.map(([key, value]) => [key, without(value, context)]));
}
