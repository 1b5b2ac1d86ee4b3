import type { ElkNode, ElkPort } from 'elkjs';
import type { Card } from './card';
import type { DrawnLine, End } from './lines';

/** The id of the place where a line begins: the card, or the row of a table. */
export function portId({ node, row }: End): string {
  return row === undefined ? node : `${node}\nrow ${row}`;
}

/** The id of the place where a line ends: what is of one kind, and of one signal, comes in together. */
export function inletId({ to, kind, edges }: DrawnLine): string {
  const signals = new Set(edges.flatMap((edge) => edge.signals));
  return `${to.node}\ninlet ${kind === 'route' ? 'telemetry' : kind} ${signals.size === 1 ? [...signals][0] : ''}`;
}

/** The places at a card where lines end, and at the ends of a table’s rows, where they begin. */
export function cardPorts(
  { node, rows, width }: Card,
  inlets: Iterable<string>,
): Pick<ElkNode, 'ports' | 'layoutOptions'> {
  const coming = [...new Set(inlets)].filter((id) => id.startsWith(`${node.id}\n`));
  if (rows.length === 0) {
    const ports = coming.map((id) => place(id, 'WEST'));
    return { ports, layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' } };
  }
  const ports = [
    ...rows.map(({ port }, row) => ({ ...place(portId({ node: node.id, row }), 'EAST'), x: width, y: port })),
    ...coming.map((id) => ({ ...place(id, 'WEST'), x: 0, y: headline })),
  ];
  return { ports, layoutOptions: { 'elk.portConstraints': 'FIXED_POS' } };
}

/** How far under the top of a card its title is. */
const headline = 19;

function place(id: string, side: 'EAST' | 'WEST'): ElkPort {
  return { id, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}
