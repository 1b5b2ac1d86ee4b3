import type { Signal } from '../../model/signal';
import type { Graph, GraphEdge, GraphNode } from './graph';

/** What of a graph somebody wants to see. */
export interface Selection {
  /** The names or paths of collectors: they, and what they are connected to. */
  readonly collectors?: readonly string[];
  readonly signal?: Signal;
}

/** The part of a graph that is asked for; what is outside of it but next to it stays, so that lines have ends. */
export function selected(graph: Graph, { collectors, signal }: Selection): Graph {
  const ofSignal = signal === undefined ? graph : forSignal(graph, signal);
  return collectors === undefined ? ofSignal : ofCollectors(ofSignal, collectors);
}

/** The collectors of a graph that are called so, by name or path. */
export function collectorsNamed({ nodes }: Graph, name: string): readonly GraphNode[] {
  return nodes.filter(({ kind, label, path }) => kind === 'collector' && (label === name || path === name));
}

function ofCollectors(graph: Graph, names: readonly string[]): Graph {
  const own = within(graph, new Set(names.flatMap((name) => collectorsNamed(graph, name).map(({ id }) => id))));
  const edges = graph.edges.filter(({ from, to }) => own.has(from) || own.has(to));
  return kept(graph, edges, own);
}

function forSignal(graph: Graph, signal: Signal): Graph {
  const carries = ({ signals }: GraphNode | GraphEdge) => signals.length === 0 || signals.includes(signal);
  const carrying = new Set(graph.nodes.filter(carries).map(({ id }) => id));
  const edges = graph.edges.filter((edge) => carries(edge) && carrying.has(edge.from) && carrying.has(edge.to));
  const own = new Set(graph.nodes.flatMap(({ id, signals }) => (signals.includes(signal) ? [id] : [])));
  // What is about no signal stays where it leads to what is.
  const near = connected(edges, own);
  return kept(
    graph,
    edges.filter(({ from, to }) => near.has(from) && near.has(to)),
    own,
  );
}

/** The nodes that edges lead to from these, in either direction. */
function connected(edges: readonly GraphEdge[], from: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from: one, to: other } of edges) {
    next.set(one, [...(next.get(one) ?? []), other]);
    next.set(other, [...(next.get(other) ?? []), one]);
  }
  const found = new Set(from);
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other);
  return found;
}

/** These edges with the nodes at their ends, these nodes, and the boxes around them. */
function kept(graph: Graph, edges: readonly GraphEdge[], own: ReadonlySet<string>): Graph {
  const ids = new Set(own);
  for (const { from, to } of edges) for (const id of [from, to]) ids.add(id);
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  for (const id of ids) {
    const { parent } = byId.get(id) ?? {};
    if (parent !== undefined) ids.add(parent);
  }
  return { nodes: graph.nodes.filter(({ id }) => ids.has(id)), edges };
}

function within({ nodes }: Graph, ids: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(ids);
  // Boxes are in boxes at most twice: a processor in a pipeline in a collector.
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { id, parent } of nodes) if (parent !== undefined && found.has(parent)) found.add(id);
  }
  return found;
}
