/**
 * Visits everything that can be reached from `starts`, each vertex once, and calls `leave` when all that lies behind a
 * vertex has been left. Takes time in proportion to the edges, and no stack, so that long chains are fine.
 *
 * @param edgesOf where one can go from a vertex, in order
 * @returns false as soon as it meets a cycle
 */
export function depthFirst<V extends object>(
  starts: Iterable<V>,
  edgesOf: (vertex: V) => readonly V[],
  leave: (vertex: V) => void,
): boolean {
  const open = new Set<V>();
  const done = new Set<V>();
  const trail: { readonly vertex: V; readonly edges: readonly V[]; next: number }[] = [];
  const enter = (vertex: V) => {
    const edges = edgesOf(vertex);
    if (edges.length > 0) {
      open.add(vertex);
      trail.push({ vertex, edges, next: 0 });
    } else {
      done.add(vertex);
      leave(vertex);
    }
  };
  for (const start of starts) {
    if (!done.has(start)) {
      enter(start);
    }
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const target = top.edges[top.next++];
      if (target === undefined) {
        trail.pop();
        open.delete(top.vertex);
        done.add(top.vertex);
        leave(top.vertex);
      } else if (open.has(target)) {
        return false;
      } else if (!done.has(target)) {
        enter(target);
      }
    }
  }
  return true;
}
