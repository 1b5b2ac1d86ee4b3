import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs';
import type { EdgeKind, Graph, GraphEdge } from '../graph';
import { type Card, cardsOf } from './card';
import { laidOut, type Point, pointsOf } from './elk';
import { type Inside, insideOf } from './inside';
import { type DrawnLine, flowOrder, linesOf } from './lines';
import { cardPorts, inletId, portId } from './ports';

export type { Point } from './elk';

/** A node with its place in the drawing. */
export interface Placed extends Point {
  readonly card: Card;
  readonly width: number;
  readonly height: number;
  /** Whether it is a box around others. */
  readonly isGroup: boolean;
}

/** A line of the drawing: edges between the same cards, of one kind, are one line. */
export interface Line {
  readonly edges: readonly GraphEdge[];
  readonly kind: EdgeKind;
  readonly points: readonly Point[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Placed[];
  readonly lines: readonly Line[];
}

const margin = '[top=24,left=24,bottom=24,right=24]';

/**
 * Places the nodes of a graph, and the lines between them: first within each box, then the boxes and what is between
 * them. The same graph gets the same places.
 */
export async function layoutOf(graph: Graph): Promise<Layout> {
  const cards = cardsOf(graph);
  const lines = linesOf(graph);
  const order = flowOrder(graph);
  const byFlow = [...cards.values()].sort((a, b) => (order.get(a.node.id) ?? 0) - (order.get(b.node.id) ?? 0));
  const boxes = new Map<string, Card[]>();
  for (const card of byFlow) {
    const { parent } = card.node;
    if (parent !== undefined) boxes.set(parent, [...(boxes.get(parent) ?? []), card]);
  }
  const boxOf = (id: string) => cards.get(id)?.node.parent;
  const inside = new Map<string, Inside>();
  for (const [id, content] of boxes) {
    const own = cards.get(id);
    if (own) inside.set(id, await insideOf(own.node, content, lines, boxOf));
  }
  const between = lines.filter(({ from, to }) => boxOf(from.node) === undefined || boxOf(from.node) !== boxOf(to.node));
  const top = byFlow.filter(({ node }) => node.parent === undefined);
  const root = await laidOut(
    top.map((card) => outer(card, inside.get(card.node.id), between)),
    between.map((line, i) => outerEdge(line, i, boxOf, inside)),
    { 'elk.padding': margin },
  );
  return assembled(root, { cards, lines, between, inside, boxOf });
}

interface Parts {
  readonly cards: ReadonlyMap<string, Card>;
  readonly lines: readonly DrawnLine[];
  /** The lines that are not within one box. */
  readonly between: readonly DrawnLine[];
  readonly inside: ReadonlyMap<string, Inside>;
  readonly boxOf: (id: string) => string | undefined;
}

function outer(card: Card, box: Inside | undefined, between: readonly DrawnLine[]): ElkNode {
  const { id } = card.node;
  if (box === undefined)
    return { id, width: card.width, height: card.height, ...cardPorts(card, between.map(inletId)) };
  const port = (side: 'EAST' | 'WEST') => (name: string, y: number) => ({
    id: name,
    x: side === 'EAST' ? box.width : 0,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  const ports = [
    ...[...box.inlets].map(([node, { y }]) => port('WEST')(`${node}\nin`, y)),
    ...[...box.outlets].map(([node, { y }]) => port('EAST')(`${node}\nout`, y)),
  ];
  const fixed: LayoutOptions = ports.length > 0 ? { 'elk.portConstraints': 'FIXED_POS' } : {};
  return { id, width: box.width, height: box.height, ports, layoutOptions: fixed };
}

function outerEdge(line: DrawnLine, index: number, boxOf: Parts['boxOf'], inside: Parts['inside']): ElkExtendedEdge {
  const { from, to } = line;
  // What leads to a box itself ends at its border, as what leads to somebody in it does.
  const isGate = (node: string) => boxOf(node) !== undefined || inside.has(node);
  const source = isGate(from.node) ? `${portId(from)}\nout` : portId(from);
  const target = isGate(to.node) ? `${to.node}\nin` : inletId(line);
  return { id: String(index), sources: [source], targets: [target] };
}

function assembled(root: ElkNode, { cards, lines, between, inside, boxOf }: Parts): Layout {
  const nodes: Placed[] = [];
  const origins = new Map<string, Point>();
  for (const { id, x = 0, y = 0, width = 0, height = 0 } of root.children ?? []) {
    const card = cards.get(id);
    const box = inside.get(id);
    if (card === undefined) continue;
    origins.set(id, { x, y });
    nodes.push({ card, x, y, width, height, isGroup: box !== undefined });
    for (const one of box?.nodes ?? []) nodes.push({ ...one, x: one.x + x, y: one.y + y });
  }
  const moved = (points: readonly Point[], box: string | undefined) => {
    const origin = box === undefined ? undefined : origins.get(box);
    return origin === undefined ? points : points.map((point) => ({ x: point.x + origin.x, y: point.y + origin.y }));
  };
  const outside = new Map((root.edges ?? []).map((edge) => [between[Number(edge.id)], pointsOf(edge)]));
  const drawn = lines.flatMap((line): Line[] => {
    const { from, to, edges, kind } = line;
    const [source, target] = [boxOf(from.node), boxOf(to.node)];
    const within = inside.get(source ?? '')?.lines.get(line);
    if (within !== undefined) return [{ edges, kind, points: moved(within, source) }];
    const before = inside.get(source ?? '')?.outlets.get(portId(from))?.points ?? [];
    const after = inside.get(target ?? '')?.inlets.get(to.node)?.points ?? [];
    const points = [...moved(before, source), ...(outside.get(line) ?? []), ...moved(after, target)];
    return points.length < 2 ? [] : [{ edges, kind, points: straightened(points) }];
  });
  return { width: Math.ceil(root.width ?? 0), height: Math.ceil(root.height ?? 0), nodes, lines: drawn };
}

/** Without points that are there twice, or in the middle of a straight part. */
function straightened(points: readonly Point[]): readonly Point[] {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return points.filter((point, i) => {
    const [before, next] = [points[i - 1], points[i + 1]];
    if (before === undefined || next === undefined) return true;
    if (near(before.x, point.x) && near(before.y, point.y)) return false;
    const isVertical = near(before.x, point.x) && near(point.x, next.x);
    const isHorizontal = near(before.y, point.y) && near(point.y, next.y);
    return !isVertical && !isHorizontal;
  });
}
