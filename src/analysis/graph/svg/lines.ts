import type { EdgeKind, Graph, GraphEdge } from '../graph';

/** A line that is to be drawn: edges between the same cards, of one kind, are one line. */
export interface DrawnLine {
  /** The ids of cards, or of places in them. */
  readonly from: End;
  readonly to: End;
  readonly kind: EdgeKind;
  readonly edges: readonly GraphEdge[];
}

/** Where a line begins or ends. */
export interface End {
  /** The id of the card’s node. */
  readonly node: string;
  /** The row of a table that it leaves from. */
  readonly row?: number;
}

/** The lines of a drawing: a processor is in the card of its pipeline, and the rows of tables have their own ends. */
export function linesOf({ nodes, edges }: Graph): readonly DrawnLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const cardOf = (id: string) => (byId.get(id)?.kind === 'processor' ? (byId.get(id)?.parent ?? id) : id);
  const rows = rowsOf(edges);
  const lines = new Map<string, DrawnLine & { edges: GraphEdge[] }>();
  for (const edge of [...edges].sort(byRow)) {
    const [source, target] = [cardOf(edge.from), cardOf(edge.to)];
    if (edge.kind === 'order' || source === target) continue;
    const row = edge.kind === 'route' ? rows.get(source)?.indexOf(edge.row) : undefined;
    const key = [source, row, target, edge.kind].join('\t');
    const known = lines.get(key);
    const from = { node: source, ...(row !== undefined && { row }) };
    if (known) known.edges.push(edge);
    else lines.set(key, { from, to: { node: target }, kind: edge.kind, edges: [edge] });
  }
  return [...lines.values()];
}

/** The rows of each table in their order, what no row takes at the end. */
export function rowsOf(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly (number | undefined)[]> {
  const rows = new Map<string, (number | undefined)[]>();
  for (const { kind, from, row } of [...edges].sort(byRow)) {
    if (kind !== 'route') continue;
    const known = rows.get(from) ?? [];
    rows.set(from, known);
    if (!known.includes(row)) known.push(row);
  }
  return rows;
}

/** Puts the rows of a table in order, and behind them what has no row. */
export function byRow(a: GraphEdge, b: GraphEdge): number {
  const [one, other] = [a.row ?? Number.MAX_SAFE_INTEGER, b.row ?? Number.MAX_SAFE_INTEGER];
  return one - other;
}

/** The ids of nodes in the order in which telemetry comes to them, rows of tables first to last: so few lines cross. */
export function flowOrder({ nodes, edges }: Graph): ReadonlyMap<string, number> {
  const leaving = new Map<string, GraphEdge[]>();
  const entered = new Set<string>();
  for (const edge of [...edges].sort(byRow)) {
    leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
    entered.add(edge.to);
  }
  const order = new Map<string, number>();
  const visit = (first: string) => {
    const waiting = [first];
    for (const id of waiting) {
      if (order.has(id)) continue;
      order.set(id, order.size);
      waiting.push(...(leaving.get(id) ?? []).map(({ to }) => to));
    }
  };
  for (const { id } of nodes) if (!entered.has(id)) visit(id);
  for (const { id } of nodes) visit(id);
  return order;
}
