import type { Signal } from '../../model/signal';
import type { Graph, GraphEdge, GraphNode } from './graph';

/** Whose telemetry is followed, and from where. What is left out is everybody's, of every signal, from where it comes in. */
export interface Question {
  readonly signal?: Signal;
  /** A name in the `teams` of edges. */
  readonly team?: string;
  /** The id of the node that it is followed from. */
  readonly from?: string;
  /** The id of the node that it is followed to. */
  readonly to?: string;
}

/** What telemetry can reach. */
export interface Reach {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** A place, and the signal that is there. */
interface State {
  readonly node: GraphNode;
  readonly signal: Signal;
}

/** A step that telemetry can take. */
interface Step {
  readonly edge: GraphEdge;
  readonly from: string;
  readonly to: string;
}

const flows: ReadonlySet<GraphEdge['kind']> = new Set(['telemetry', 'route', 'scrape']);

/**
 * The nodes and edges that telemetry can come through: along pipelines of its signal, through connectors that make another
 * signal of it, along the routes that its team's telemetry can take, and from collector to collector.
 */
export function reachOf(graph: Graph, { signal, team, from, to }: Question): Reach {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const leaving = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (!flows.has(edge.kind) || (team !== undefined && edge.teams?.includes(team) === false)) continue;
    leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  }
  const starts = from === undefined ? entries(graph) : startsAt(graph, from);
  const states = new Map<string, State>();
  const steps: Step[] = [];
  const waiting: State[] = starts.filter((state) => signal === undefined || state.signal === signal);
  for (const state of waiting) {
    const key = keyOf(state);
    if (states.has(key)) continue;
    states.set(key, state);
    for (const edge of leaving.get(state.node.id) ?? []) {
      const next = after(state, edge, byId.get(edge.to));
      if (next === undefined) continue;
      steps.push({ edge, from: key, to: keyOf(next) });
      waiting.push(next);
    }
  }
  return to === undefined ? around(graph, states.values(), steps) : towards(graph, states, steps, to);
}

/** The teams that routes tell apart, in order. */
export function teamsOf({ edges }: Graph): readonly string[] {
  return [...new Set(edges.flatMap(({ teams = [] }) => teams))].sort();
}

function keyOf({ node, signal }: State): string {
  return `${signal} ${node.id}`;
}

/** Where telemetry comes in: what carries some, and gets none from what is drawn. */
function entries({ nodes, edges }: Graph): State[] {
  const flowing = edges.filter(({ kind }) => flows.has(kind));
  const entered = new Set(flowing.map(({ to }) => to));
  const left = new Set(flowing.map(({ from }) => from));
  // A collector's own metrics are not what comes in.
  const first = nodes.filter(({ id, kind }) => left.has(id) && !entered.has(id) && kind !== 'collector');
  return [...first, ...nodes.filter(({ kind }) => kind === 'receiver')].flatMap(statesOf);
}

function startsAt({ nodes }: Graph, id: string): State[] {
  const start = nodes.find((node) => node.id === id);
  if (start === undefined) return [];
  if (start.kind === 'collector')
    return nodes.filter(({ parent, kind }) => parent === id && kind === 'receiver').flatMap(statesOf);
  if (start.kind === 'processor') return startsAt({ nodes, edges: [] }, start.parent ?? '');
  return statesOf(start);
}

const everySignal: readonly Signal[] = ['logs', 'traces', 'metrics', 'profiles'];

/** What is about no signal, such as an ingress, lets all of them through. */
function statesOf(node: GraphNode): State[] {
  const signals = node.signals.length > 0 ? node.signals : everySignal;
  return signals.map((signal) => ({ node, signal }));
}

/** What comes out at the other end of an edge; nothing where this signal does not go along it. */
function after({ node, signal }: State, edge: GraphEdge, to: GraphNode | undefined): State | undefined {
  if (to === undefined) return undefined;
  const [made] = to.signals;
  if (to.kind === 'pipeline' && node.kind === 'connector' && edge.kind !== 'route' && made !== undefined) {
    return { node: to, signal: made };
  }
  const carries = edge.signals.length === 0 || edge.signals.includes(signal);
  return carries ? { node: to, signal } : undefined;
}

/** What was reached, with the processors of its pipelines, and the boxes around it. */
function around(graph: Graph, states: Iterable<State>, steps: readonly Step[]): Reach {
  const nodes = new Set<string>();
  for (const { node } of states) nodes.add(node.id);
  const pipelines = new Set(nodes);
  for (const { id, kind, parent } of graph.nodes) {
    if (kind === 'processor' && parent !== undefined && pipelines.has(parent)) nodes.add(id);
  }
  for (const { id, parent } of graph.nodes) if (nodes.has(id) && parent !== undefined) nodes.add(parent);
  const edges = new Set(steps.map(({ edge }) => edge.id));
  for (const { id, kind, from } of graph.edges) if (kind === 'order' && nodes.has(from)) edges.add(id);
  return { nodes, edges };
}

/** What lies on the way to a node. */
function towards(graph: Graph, states: ReadonlyMap<string, State>, steps: readonly Step[], to: string): Reach {
  const target = graph.nodes.find(({ id }) => id === to);
  const goal = target?.kind === 'processor' ? target.parent : to;
  const coming = new Map<string, Step[]>();
  for (const step of steps) coming.set(step.to, [...(coming.get(step.to) ?? []), step]);
  const isGoal = ({ node }: State) => node.id === goal || (target?.kind === 'collector' && node.parent === goal);
  const found = new Set([...states].flatMap(([key, state]) => (isGoal(state) ? [key] : [])));
  const taken: Step[] = [];
  for (const key of found) {
    for (const step of coming.get(key) ?? []) {
      taken.push(step);
      found.add(step.from);
    }
  }
  return around(
    graph,
    [...found].flatMap((key) => states.get(key) ?? []),
    taken,
  );
}
