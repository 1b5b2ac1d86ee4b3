import type { Graph, GraphEdge, GraphNode } from '../graph';

/** What a page knows of a node beside what is drawn. */
export interface PageNode extends Omit<GraphNode, 'config'> {
  /** What people call its kind. */
  readonly kindName: string;
  /** Its configuration in YAML, secrets masked. */
  readonly yaml?: string;
}

/** What a page holds, as JSON. */
export interface PageData extends Graph {
  readonly nodes: readonly PageNode[];
  readonly edges: readonly GraphEdge[];
}
