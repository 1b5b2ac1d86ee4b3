import type { Graph, GraphEdge, GraphNode } from '../graph';
import { gap } from './elk';
import { type Face, widthOf, wrap } from './text';

/** The faces of a drawing; `drawing.css` says the same. */
export const faces = {
  title: { size: 13, font: 'bold' },
  group: { size: 15, font: 'bold' },
  about: { size: 11, font: 'normal' },
  chip: { size: 11, font: 'normal' },
  code: { size: 11, font: 'mono' },
  tag: { size: 9, font: 'bold' },
} as const satisfies Readonly<Record<string, Face>>;

/** A piece of text in a card; `y` is its base line. */
export interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly face: keyof typeof faces;
  readonly text: string;
}

/** A processor in the card of a pipeline. */
export interface ChipAt extends BoxAt {
  /** The id of its node. */
  readonly id: string;
  readonly lines: readonly TextAt[];
  readonly filters: boolean;
}

export interface BoxAt {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A row of a routing table in the card of its connector; edges leave at its end. */
export interface RowAt extends BoxAt {
  /** What edges leave here, by their ids. */
  readonly edges: readonly string[];
  readonly number: string;
  readonly lines: readonly TextAt[];
  readonly tag?: TextAt;
  readonly port: number;
}

/** What is drawn for a node, within its own coordinates. */
export interface Card {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextAt[];
  readonly chips: readonly ChipAt[];
  readonly rows: readonly RowAt[];
}

const padding = 10;
const iconRoom = 26;
const mostTitle = 250;
const mostRow = 330;
const lineHeight = { title: 17, about: 15, code: 15, chip: 14 };

/** The card of a node that stands alone, or of a component. */
export function plainCard(node: GraphNode): Card {
  const { texts, width, height } = heading(node);
  return { node, width, height, texts, chips: [], rows: [] };
}

function heading(node: GraphNode): {
  readonly texts: readonly TextAt[];
  readonly width: number;
  readonly height: number;
} {
  const titles = wrap(node.label, faces.title, mostTitle);
  const abouts = node.about === undefined ? [] : wrap(node.about, faces.about, mostTitle);
  const tag = node.kind === 'pipeline' ? pill(node) : undefined;
  const left = padding + (tag === undefined ? iconRoom : tag.width + 8);
  const texts: TextAt[] = [];
  let y = 7;
  for (const text of titles) {
    y += lineHeight.title;
    texts.push({ x: left, y: y - 4, face: 'title', text });
  }
  for (const text of abouts) {
    y += lineHeight.about;
    texts.push({ x: left, y: y - 4, face: 'about', text });
  }
  const widest = Math.max(...texts.map(({ text, face }) => widthOf(text, faces[face])));
  return { texts, width: Math.ceil(left + widest + padding + 4), height: y + 7 };
}

/** The pill with the signal of a pipeline. */
export function pill({ signals }: Pick<GraphNode, 'signals'>): { readonly text: string; readonly width: number } {
  const text = signals[0] ?? 'pipeline';
  return { text, width: Math.ceil(widthOf(text.toUpperCase(), faces.tag) + 12) };
}

/** The card of a pipeline: its processors in order, and what its filters drop. */
export function pipelineCard(node: GraphNode, processors: readonly GraphNode[]): Card {
  const head = heading(named(node));
  if (processors.length === 0) return { node, ...head, chips: [], rows: [] };
  const chips: ChipAt[] = [];
  const texts: TextAt[] = [...head.texts];
  let [x, y, rowHeight, width] = [padding, head.height - 1, 0, head.width];
  for (const processor of processors) {
    const lines = wrap(processor.label, faces.chip, mostTitle);
    const chipWidth = Math.ceil(Math.max(...lines.map((line) => widthOf(line, faces.chip)))) + 16;
    const height = lines.length * lineHeight.chip + 8;
    if (x > padding && x + chipWidth > mostRow) {
      x = padding;
      y += rowHeight + 6;
      rowHeight = 0;
    }
    const at = { x, y, width: chipWidth, height };
    const placed = lines.map((text, i) => ({ x: x + 8, y: y + 15 + i * lineHeight.chip, face: 'chip' as const, text }));
    chips.push({ ...at, id: processor.id, lines: placed, filters: (processor.conditions ?? []).length > 0 });
    rowHeight = Math.max(rowHeight, height);
    width = Math.max(width, x + chipWidth + padding);
    x += chipWidth + 16;
  }
  y += rowHeight;
  for (const { label } of processors.flatMap(({ conditions = [] }) => conditions)) {
    const lines = wrap(`drops where ${label}`, faces.code, mostRow, 6);
    y += 4;
    for (const text of lines) {
      y += lineHeight.code;
      texts.push({ x: padding, y: y - 4, face: 'code', text });
      width = Math.max(width, Math.ceil(padding + widthOf(text, faces.code) + padding));
    }
  }
  return { node, width, height: y + padding, texts, chips, rows: [] };
}

/** The pipeline by its name alone, because its signal stands before it. */
function named(node: GraphNode): GraphNode {
  const { label, signals } = node;
  const [signal] = signals;
  if (signal === undefined || !label.startsWith(`${signal}/`)) return node;
  return { ...node, label: label.slice(signal.length + 1) };
}

/** The card of a routing connector: its rows, at whose ends edges leave, as high as what they lead to. */
export function tableCard(node: GraphNode, edges: readonly GraphEdge[], heights: ReadonlyMap<string, number>): Card {
  const head = heading(node);
  const rows: RowAt[] = [];
  const seen = new Set<string>();
  let [y, width] = [head.height, head.width];
  for (const [key, group] of rowsOf(edges)) {
    const [edge] = group;
    if (edge === undefined) continue;
    const lines = wrap(edge.label ?? '', faces.code, mostRow, 8);
    const said = edge.action === 'move' ? undefined : edge.action;
    const tagWidth = said === undefined ? 0 : widthOf(said.toUpperCase(), faces.tag) + 14;
    const textWidth = Math.max(...lines.map((line) => widthOf(line, faces.code)));
    const fresh = group.filter(({ to }) => !seen.has(to));
    for (const { to } of fresh) seen.add(to);
    const taken = fresh.reduce((sum, { to }) => sum + (heights.get(to) ?? 0) + gap, 0);
    const own = lines.length * lineHeight.code + 12;
    const height = Math.max(own, taken);
    const top = y + (height - own) / 2;
    rows.push({
      x: 0,
      y,
      width: 0,
      height,
      edges: group.map(({ id }) => id),
      number: key,
      lines: lines.map((text, i) => ({
        x: padding + 24,
        y: top + 17 + i * lineHeight.code,
        face: 'code' as const,
        text,
      })),
      ...(said !== undefined && { tag: { x: tagWidth, y: y + height / 2 + 3, face: 'tag' as const, text: said } }),
      port: y + height / 2,
    });
    width = Math.max(width, Math.ceil(padding + 24 + textWidth + 12 + tagWidth + padding));
    y += height;
  }
  const placed = rows.map((row) => ({
    ...row,
    width,
    ...(row.tag && { tag: { ...row.tag, x: width - padding - row.tag.x + 7 } }),
  }));
  return { node, width, height: y + 4, texts: head.texts, chips: [], rows: placed };
}

/** The edges of each row, the rows in order, and at the end what no row takes. */
function rowsOf(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly GraphEdge[]> {
  const rows = new Map<string, GraphEdge[]>();
  const ordered = [...edges].sort((a, b) => (a.row ?? Number.POSITIVE_INFINITY) - (b.row ?? Number.POSITIVE_INFINITY));
  for (const edge of ordered) {
    const key = edge.row === undefined ? '' : String(edge.row);
    rows.set(key, [...(rows.get(key) ?? []), edge]);
  }
  return rows;
}

/** The cards of all nodes that are not in another's card, and whose boxes do not hold others. */
export function cardsOf({ nodes, edges }: Graph): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>();
  const inside = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.kind === 'processor') inside.set(node.parent ?? '', [...(inside.get(node.parent ?? '') ?? []), node]);
  }
  const routes = new Map<string, GraphEdge[]>();
  for (const edge of edges) if (edge.kind === 'route') routes.set(edge.from, [...(routes.get(edge.from) ?? []), edge]);
  for (const node of nodes) {
    if (node.kind === 'processor') continue;
    cards.set(node.id, node.kind === 'pipeline' ? pipelineCard(node, inside.get(node.id) ?? []) : plainCard(node));
  }
  const heights = new Map([...cards].map(([id, { height }]) => [id, height]));
  for (const [id, leaving] of routes) {
    const card = cards.get(id);
    if (card) cards.set(id, tableCard(card.node, leaving, heights));
  }
  return cards;
}
