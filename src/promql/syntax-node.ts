/** A node of the tree that the upstream grammar makes. */
export type SyntaxNode = ReturnType<typeof import('@prometheus-io/lezer-promql')['parser']['parse']>['topNode'];

/** The nodes directly inside of a node; brackets and commas are none. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
