import { depthFirst } from './depth-first';
import type { GraphVertex } from './vertex';

// Where several ways lead around, stock's route goes all of them, and their number can be exponential. Beyond this length,
// one way is shown.
const LONGEST_ROUTE = 100;

type EdgesOf = (vertex: GraphVertex) => readonly GraphVertex[];

/**
 * Names the constructs of a cycle: `a => b => a`. It is the cycle that stock cdk8s reports, with the same words: that of
 * the first dependency, in the order of the tree, which closes one.
 *
 * @param vertices the constructs, in the order in which stock adds their dependencies; there must be a cycle
 */
export function describeCycle(vertices: readonly GraphVertex[]): string {
  const closing = firstCyclicPrefix(vertices);
  const source = vertices[closing] as GraphVertex;
  const edgesOf = edgesOfFirst(vertices, closing);
  const leading = new Set([source]);
  depthFirst(source.edges, edgesOf, (vertex) => {
    if (edgesOf(vertex).some((edge) => leading.has(edge))) {
      leading.add(vertex);
    }
  });
  const target = constructsBehind(source).find((vertex) => leading.has(vertex)) as GraphVertex;
  return [...routeBetween(target, source, leading, edgesOf), target].map((vertex) => vertex.path).join(' => ');
}

/** The smallest index so that the dependencies of the constructs up to it hold a cycle. */
function firstCyclicPrefix(vertices: readonly GraphVertex[]): number {
  let acyclic = -1;
  let cyclic = vertices.length - 1;
  while (cyclic - acyclic > 1) {
    const middle = (acyclic + cyclic) >> 1;
    if (depthFirst(vertices.slice(0, middle + 1), edgesOfFirst(vertices, middle + 1), () => undefined)) {
      acyclic = middle;
    } else {
      cyclic = middle;
    }
  }
  return cyclic;
}

/** The edges that exist when the dependencies of the first so many constructs have been added. */
function edgesOfFirst(vertices: readonly GraphVertex[], count: number): EdgesOf {
  const added = new Set(vertices.slice(0, count));
  return (vertex) => (vertex.construct && !added.has(vertex) ? [] : vertex.edges);
}

/** The constructs that a vertex leads to directly, each once, in order. */
function constructsBehind(vertex: GraphVertex, found = new Set<GraphVertex>()): GraphVertex[] {
  for (const edge of vertex.edges) {
    if (edge.construct) {
      found.add(edge);
    } else {
      constructsBehind(edge, found);
    }
  }
  return [...found];
}

/**
 * The route that stock's search leaves behind. It goes on after it has found the end, so that a vertex with more
 * dependencies after the one that leads there takes the last step off the route again, or adds another way.
 */
function routeBetween(
  start: GraphVertex,
  end: GraphVertex,
  leading: ReadonlySet<GraphVertex>,
  edgesOf: EdgesOf,
): readonly GraphVertex[] {
  const routes = new Map<GraphVertex, Route>();
  depthFirst([start], edgesOf, (vertex) => {
    if (vertex.construct && vertex !== end && leading.has(vertex)) {
      routes.set(vertex, routeFrom(vertex, end, routes));
    }
  });
  const steps = routes.get(start)?.steps ?? [];
  return steps.length > LONGEST_ROUTE ? plainRoute(start, end, leading) : steps;
}

interface Route {
  readonly steps: readonly GraphVertex[];
  readonly found: boolean;
}

function routeFrom(vertex: GraphVertex, end: GraphVertex, routes: ReadonlyMap<GraphVertex, Route>): Route {
  const steps = [vertex];
  let found = false;
  for (const next of constructsBehind(vertex)) {
    if (next === end) {
      steps.push(end);
      return { steps, found: true };
    }
    const route = routes.get(next);
    steps.push(...(route?.steps ?? []));
    found = route?.found ?? false;
    if (steps.length > LONGEST_ROUTE) {
      return { steps: steps.slice(0, LONGEST_ROUTE + 1), found };
    }
  }
  if (!found) {
    steps.pop();
  }
  return { steps, found };
}

/** The route that takes the first way towards the end everywhere. */
function plainRoute(start: GraphVertex, end: GraphVertex, leading: ReadonlySet<GraphVertex>): GraphVertex[] {
  const route: GraphVertex[] = [];
  for (let vertex: GraphVertex | undefined = start; vertex && vertex !== end; ) {
    route.push(vertex);
    vertex = constructsBehind(vertex).find((next) => leading.has(next));
  }
  return [...route, end];
}
