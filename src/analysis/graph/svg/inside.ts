import type { ElkExtendedEdge, ElkNode } from 'elkjs';
import type { GraphNode } from '../graph';
import { type Card, faces } from './card';
import { laidOut, type Point, pointsOf } from './elk';
import type { Placed } from './layout';
import type { DrawnLine } from './lines';
import { cardPorts, inletId, portId } from './ports';
import { widthOf } from './text';

/** A place at the border of a box, and the line from there to what it is for. */
export interface Gate {
  readonly y: number;
  readonly points: readonly Point[];
}

/** What is in a box, in its own coordinates. */
export interface Inside {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Placed[];
  readonly lines: ReadonlyMap<DrawnLine, readonly Point[]>;
  /** Where lines come in from the left, by whom they are for; for the box itself without a line. */
  readonly inlets: ReadonlyMap<string, Gate>;
  /** Where lines leave to the right, by whom they are from. */
  readonly outlets: ReadonlyMap<string, Gate>;
}

const headerHeight = 50;
const side = 18;

/** Lays out what is in a box: what comes in, and what leaves, has a gate at the border, where its line goes on. */
export async function insideOf(
  box: GraphNode,
  content: readonly Card[],
  lines: readonly DrawnLine[],
  boxOf: (id: string) => string | undefined,
): Promise<Inside> {
  const isHere = (id: string) => boxOf(id) === box.id;
  const own = lines.filter(({ from, to }) => isHere(from.node) && isHere(to.node));
  const entered = new Set(lines.flatMap(({ from, to }) => (isHere(to.node) && !isHere(from.node) ? [to.node] : [])));
  const left = new Set(lines.flatMap(({ from, to }) => (isHere(from.node) && !isHere(to.node) ? [portId(from)] : [])));
  const gateInlet = (id: string) => `${id}\ninlet gate`;
  const inlets = [...own.map(inletId), ...[...entered].map(gateInlet)];
  const edges: ElkExtendedEdge[] = [
    ...own.map((line, i) => ({ id: String(i), sources: [portId(line.from)], targets: [inletId(line)] })),
    ...[...entered].map((id) => ({ id: `${id}\nin`, sources: [`${id}\ngate in`], targets: [gateInlet(id)] })),
    ...[...left].map((id) => ({ id: `${id}\nout`, sources: [id], targets: [`${id}\ngate out`] })),
  ];
  const children = content.flatMap((card): ElkNode[] => {
    const { id } = card.node;
    const { layoutOptions, ports } = cardPorts(card, inlets);
    const node = {
      id,
      width: card.width,
      height: card.height,
      layoutOptions: { ...layoutOptions, 'elk.alignment': 'LEFT' },
    };
    return [
      ...(entered.has(id) ? [gate(`${id}\ngate in`, 'FIRST_SEPARATE')] : []),
      { ...node, ...(ports && { ports }) },
      ...[...left]
        .filter((one) => one === id || one.startsWith(`${id}\n`))
        .map((one) => gate(`${one}\ngate out`, 'LAST_SEPARATE')),
    ];
  });
  const laid = await laidOut(children, edges, {
    'elk.padding': `[top=${headerHeight + 14},left=${side},bottom=18,right=${side}]`,
    'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  });
  return measured(box, laid, own, new Map(content.map((card) => [card.node.id, card])), lines);
}

function gate(id: string, constraint: 'FIRST_SEPARATE' | 'LAST_SEPARATE'): ElkNode {
  return { id, width: 1, height: 1, layoutOptions: { 'elk.layered.layering.layerConstraint': constraint } };
}

function measured(
  box: GraphNode,
  laid: ElkNode,
  own: readonly DrawnLine[],
  cards: ReadonlyMap<string, Card>,
  lines: readonly DrawnLine[],
): Inside {
  const title = Math.max(widthOf(box.label, faces.group), widthOf(box.about ?? '', faces.about)) + 60;
  const width = Math.ceil(Math.max(laid.width ?? 0, title));
  const height = Math.ceil(laid.height ?? 0);
  const nodes = (laid.children ?? []).flatMap(({ id, x = 0, y = 0, width: wide = 0, height: high = 0 }): Placed[] => {
    const card = cards.get(id);
    return card === undefined ? [] : [{ card, x, y, width: wide, height: high, isGroup: false }];
  });
  const drawn = new Map<DrawnLine, readonly Point[]>();
  const inlets = new Map<string, Gate>();
  const outlets = new Map<string, Gate>();
  for (const edge of laid.edges ?? []) {
    const points = pointsOf(edge);
    const [first, last] = [points[0], points.at(-1)];
    const line = own[Number(edge.id)];
    if (first === undefined || last === undefined) continue;
    if (line !== undefined) drawn.set(line, points);
    else if (edge.id.endsWith('\nin'))
      inlets.set(edge.id.slice(0, -'\nin'.length), { y: first.y, points: [{ x: 0, y: first.y }, ...points] });
    else outlets.set(edge.id.slice(0, -'\nout'.length), { y: last.y, points: [...points, { x: width, y: last.y }] });
  }
  // Lines to the box itself end beside its title.
  if (lines.some(({ to }) => to.node === box.id)) inlets.set(box.id, { y: headerHeight / 2, points: [] });
  if (lines.some(({ from }) => from.node === box.id)) outlets.set(box.id, { y: headerHeight / 2, points: [] });
  return { width, height, nodes, lines: drawn, inlets, outlets };
}
