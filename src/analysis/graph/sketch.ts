import type { Signal } from '../../model/signal';
import type { Graph, GraphEdge, GraphNode } from './graph';

/** A node as it is drawn first; what is left out is empty. */
export type NodeDraft = Omit<GraphNode, 'signals' | 'objects'> & Partial<Pick<GraphNode, 'signals' | 'objects'>>;

/** An edge as it is drawn first; what is left out is empty, or follows. */
export type EdgeDraft = Omit<GraphEdge, 'id' | 'signals'> & Partial<Pick<GraphEdge, 'id' | 'signals'>>;

/** A graph while it is drawn: what is drawn twice is there once, with the signals of both. */
export class Sketch {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();

  node({ signals = [], objects = [], ...node }: NodeDraft): string {
    const known = this.nodes.get(node.id);
    this.nodes.set(node.id, { ...(known ?? node), signals: both(known?.signals, signals), objects });
    return node.id;
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Whether all that comes to a node is dropped. */
  drops(id: string): boolean {
    return this.nodes.get(id)?.drops === true;
  }

  edge({ signals = [], ...edge }: EdgeDraft): void {
    const id = edge.id ?? `${edge.from} → ${edge.to}${edge.kind === 'telemetry' ? '' : ` (${edge.kind})`}`;
    const known = this.edges.get(id);
    const label = [known?.label, edge.label].filter((one, i, all) => one !== undefined && all.indexOf(one) === i);
    this.edges.set(id, {
      ...edge,
      id,
      signals: both(known?.signals, signals),
      ...(label.length > 0 && { label: label.join(', ') }),
    });
  }

  /** The graph, without edges that lead to what is not there. */
  finished(): Graph {
    const edges = [...this.edges.values()].filter(({ from, to }) => this.nodes.has(from) && this.nodes.has(to));
    return { nodes: [...this.nodes.values()], edges };
  }
}

function both(some: readonly Signal[] = [], others: readonly Signal[] = []): readonly Signal[] {
  return [...new Set([...some, ...others])];
}
