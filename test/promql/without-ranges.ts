/** A tree without the places of its nodes, with its fields in the order of their names; numbers keep their signs. */
export function withoutRanges(tree: unknown): unknown {
  if (typeof tree === 'number') return Object.is(tree, -0) || !Number.isFinite(tree) ? `${1 / tree} ${tree}` : tree;
  if (Array.isArray(tree)) return tree.map(withoutRanges);
  if (tree === null || typeof tree !== 'object') return tree;
  const fields = Object.entries(tree).filter(([name, value]) => name !== 'range' && value !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, withoutRanges(value)]),
  );
}
