import type { BooleanExpression, Path, ValueExpression } from '../ottl/ast';

/**
 * A condition on one header in the grammar of the context `request`, which older releases have in place of `otelcol`;
 * `undefined` for anything else. It looks at all values of the header, and not at the first alone.
 */
export function requestCondition(tree: BooleanExpression): string | undefined {
  if (tree.kind !== 'comparison' || tree.operator !== '==' || tree.left.kind !== 'path') return undefined;
  const [name, value] = [headerOf(tree.left), textOf(tree.right)];
  // Its grammar has no escapes, and takes the first comparison for the only one.
  if (name === undefined || value === undefined || /["\\]|[!=]=/.test(name + value)) return undefined;
  return `request["${name}"] == "${value.replaceAll('$', '$$$$')}"`;
}

function headerOf({ context, fields: [outer, inner, ...more] }: Path): string | undefined {
  if (context !== 'otelcol' || outer?.name !== 'client' || inner?.name !== 'metadata' || more.length > 0)
    return undefined;
  const [key, index] = inner.keys;
  return index?.kind === 'int' && index.value === 0n ? textOf(key) : undefined;
}

function textOf(value: ValueExpression | undefined): string | undefined {
  if (value?.kind !== 'string' || !value.parts.every((part) => typeof part === 'string')) return undefined;
  return value.parts.join('');
}
