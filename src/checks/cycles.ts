/**
 * The circles of a directed graph, each as the nodes along it; one for each edge that closes one. Linear in the number
 * of nodes and edges, and without recursion.
 */
export function cycles<N>(nodes: Iterable<N>, next: (node: N) => Iterable<N>): N[][] {
  const found: N[][] = [];
  const done = new Set<N>();
  const entered = (node: N) => ({ node, rest: next(node)[Symbol.iterator]() });
  for (const start of nodes) {
    if (done.has(start)) continue;
    // The way from the start to where the search is, each node with what is still to be tried from it.
    const way = [entered(start)];
    const onWay = new Set([start]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const step = here.rest.next();
      if (step.done) {
        way.pop();
        onWay.delete(here.node);
        done.add(here.node);
      } else if (onWay.has(step.value)) {
        const nodesOnWay = way.map(({ node }) => node);
        found.push(nodesOnWay.slice(nodesOnWay.indexOf(step.value)));
      } else if (!done.has(step.value)) {
        way.push(entered(step.value));
        onWay.add(step.value);
      }
    }
  }
  return found;
}
