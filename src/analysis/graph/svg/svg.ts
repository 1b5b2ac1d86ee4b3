import type { EdgeKind, Graph, GraphNode, NodeKind } from '../graph';
import { drawingStyle } from '../page/built';
import { type BoxAt, type Card, pill, type RowAt, type TextAt } from './card';
import { icons, kindNames } from './icons';
import { type Layout, type Line, layoutOf, type Placed, type Point } from './layout';
import { legendOf } from './legend';
import { paletteCss } from './palette';
import { escaped } from './text';

/** A picture of a graph, as a file of its own: no fonts, no scripts, nothing from elsewhere; light and dark. */
export async function svgOf(graph: Graph): Promise<string> {
  const layout = await layoutOf(graph);
  const legend = legendOf(graph, layout.height, Math.max(layout.width - 48, 420));
  const width = Math.max(layout.width, legend.width);
  const height = layout.height + legend.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" aria-labelledby="title description" `,
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n`,
    `<title id="title">${escaped(titleOf(graph))}</title>\n`,
    `<desc id="description">${escaped(descriptionOf(graph))}</desc>\n`,
    `<style>\n${paletteCss()}\n${drawingStyle()}</style>\n`,
    `<rect class="canvas" width="${width}" height="${height}"/>\n`,
    drawingOf(graph, layout),
    legend.text,
    '</svg>\n',
  ].join('');
}

/** The groups, lines and nodes of a drawing, each with the index of its node, or of its edges, in the graph. */
export function drawingOf(graph: Graph, { nodes, lines }: Layout): string {
  const dropping = new Set(graph.nodes.flatMap(({ id, drops }) => (drops ? [id] : [])));
  const indices = new Map(graph.nodes.map(({ id }, i) => [id, i]));
  const edgeIndices = new Map(graph.edges.map(({ id }, i) => [id, i]));
  return [
    ...nodes.filter(({ isGroup }) => isGroup).map((one) => group(one, indices)),
    ...lines.map((line) => lineOf(line, edgeIndices, dropping)),
    ...nodes.filter(({ isGroup }) => !isGroup).map((one) => node(one, indices, edgeIndices)),
  ].join('');
}

/** What a picture is called. */
export function titleOf({ nodes }: Graph): string {
  const collectors = nodes.filter(({ kind }) => kind === 'collector').map(({ label }) => label);
  return collectors.length > 3 ? `Telemetry: ${collectors.length} collectors` : `Telemetry: ${collectors.join(', ')}`;
}

/** What a picture shows, for those who do not see it. */
function descriptionOf({ nodes, edges }: Graph): string {
  const names = new Map(nodes.map(({ id, label }) => [id, label]));
  const counted = new Map<NodeKind, number>();
  for (const { kind } of nodes) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  const counts = [...counted].map(([kind, count]) => `${count} × ${kindNames[kind]}`).join(', ');
  const flows = edges.filter(({ kind }) => kind !== 'order').slice(0, 200);
  const said = flows.map(({ from, to, label }) => {
    const how = label === undefined ? '' : ` (${label})`;
    return `${names.get(from)} to ${names.get(to)}${how}`;
  });
  return `${counts}. ${said.join('; ')}.`;
}

const outside: ReadonlySet<NodeKind> = new Set(['destination', 'source', 'topic', 'bucket']);

function classes(node: GraphNode): string {
  const signal = node.signals.length === 1 ? node.signals[0] : undefined;
  const parts = [
    'node',
    node.kind,
    signal,
    outside.has(node.kind) ? 'outside' : undefined,
    node.drops ? 'drops' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** What a reader of the screen, and a pointer that rests, is told. */
function spoken({ kind, label, about, signals }: GraphNode): string {
  return [`${kindNames[kind]} ${label}`, about, signals.join(', ')].filter(Boolean).join(' · ');
}

function group({ card, x, y, width, height }: Placed, indices: ReadonlyMap<string, number>): string {
  const { node: one } = card;
  const about = one.about === undefined ? '' : text({ x: x + 40, y: y + 40, face: 'about', text: one.about });
  return [
    `<g class="${classes(one)} group" data-node="${indices.get(one.id)}"><title>${escaped(spoken(one))}</title>`,
    rect({ x, y, width, height }, 'card', 12),
    icon(one.kind, x + 14, y + 15),
    text({ x: x + 40, y: y + 24, face: 'group', text: one.label }),
    `${about}</g>\n`,
  ].join('');
}

function node(
  { card, x, y, width, height }: Placed,
  indices: ReadonlyMap<string, number>,
  edgeIndices: ReadonlyMap<string, number>,
): string {
  const { node: one, texts, chips, rows } = card;
  const isPipeline = one.kind === 'pipeline';
  const radius = outside.has(one.kind) ? Math.min(18, height / 2) : 8;
  return [
    `<g class="${classes(one)}" data-node="${indices.get(one.id)}" transform="translate(${at(x)} ${at(y)})">`,
    `<title>${escaped(spoken(one))}</title>`,
    rect({ x: 0, y: 0, width, height }, 'card', radius),
    isPipeline ? pillOf(one) : icon(one.kind, 9, 8),
    ...texts.map((line) => text(line, line.face === 'code' ? 'drops-text' : '')),
    ...steps(chips),
    ...chips.map((chip) => {
      const name = `<title>processor ${escaped(chip.lines.map((line) => line.text).join(''))}</title>`;
      const parts = [name, rect(chip, 'chip', 6), ...chip.lines.map((line) => text(line))];
      return `<g class="node processor${chip.filters ? ' filters' : ''}" data-node="${indices.get(chip.id)}">${parts.join('')}</g>`;
    }),
    ...rows.map((row) => rowOf(row, edgeIndices)),
    '</g>\n',
  ].join('');
}

function pillOf(one: GraphNode): string {
  const { text: said, width } = pill(one);
  const box = rect({ x: 8, y: 9, width, height: 16 }, 'pill', 8);
  return `${box}<text class="t-tag pill-text" x="${8 + width / 2}" y="20.500" text-anchor="middle">${escaped(said)}</text>`;
}

/** Small arrows from one processor to the next. */
function steps(chips: Card['chips']): string[] {
  return chips.slice(1).map((chip, i) => {
    const before = chips[i];
    if (before === undefined || before.y !== chip.y) return '';
    const [x, y] = [before.x + before.width + 3, before.y + 11];
    return `<path class="step" d="M${at(x)} ${at(y)}h9m-3 -3l3 3l-3 3"/>`;
  });
}

function rowOf(row: RowAt, edgeIndices: ReadonlyMap<string, number>): string {
  const { x, y, width, number, lines, tag, edges } = row;
  const line = lines[0]?.y ?? y;
  const indices = edges.map((id) => edgeIndices.get(id)).join(' ');
  return [
    `<g class="row" data-edges="${indices}">`,
    `<path class="separator" d="M${x} ${at(y)}h${width}"/>`,
    `<text class="number" x="28" y="${at(line)}" text-anchor="end">${number}</text>`,
    ...lines.map((one) => text(one)),
    tag === undefined ? '' : text(tag, `tag-${tag.text}`),
    '</g>',
  ].join('');
}

function lineOf(
  { edges, kind, points }: Line,
  edgeIndices: ReadonlyMap<string, number>,
  dropping: ReadonlySet<string>,
): string {
  const signals = new Set(edges.flatMap((edge) => edge.signals));
  const [only] = signals;
  const signal = isTelemetry(kind) ? (signals.size === 1 ? only : 'mixed') : '';
  const dropped = edges.every(({ to, action }) => action === 'drop' || dropping.has(to)) ? ' dropped' : '';
  const indices = edges.map(({ id }) => edgeIndices.get(id)).join(' ');
  const said = edges
    .map(({ from, to, label }) => `${from} → ${to}${label === undefined ? '' : `: ${label}`}`)
    .join('\n');
  return [
    `<g class="line ${kind} ${signal}${dropped}" data-edges="${indices}"><title>${escaped(said)}</title>`,
    `<path class="run" d="${rounded(points)}"/>`,
    `<path class="head" d="${arrow(points)}"/></g>\n`,
  ].join('');
}

function isTelemetry(kind: EdgeKind): boolean {
  return kind === 'telemetry' || kind === 'route' || kind === 'scrape' || kind === 'own';
}

const corner = 6;
const headLength = 7;

/** A line with round corners, which ends where its arrow begins. */
function rounded(points: readonly Point[]): string {
  const parts: string[] = [];
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    const next = points[i + 1];
    if (before === undefined) parts.push(`M${at(point.x)} ${at(point.y)}`);
    else if (next === undefined) {
      const end = towards(point, before, Math.min(headLength - 1, distance(point, before)));
      parts.push(`L${at(end.x)} ${at(end.y)}`);
    } else {
      const radius = Math.min(corner, distance(point, before) / 2, distance(point, next) / 2);
      const [from, to] = [towards(point, before, radius), towards(point, next, radius)];
      parts.push(`L${at(from.x)} ${at(from.y)}Q${at(point.x)} ${at(point.y)} ${at(to.x)} ${at(to.y)}`);
    }
  }
  return parts.join('');
}

function arrow(points: readonly Point[]): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? tip;
  const base = towards(tip, before, headLength);
  const [dx, dy] = [((tip.y - base.y) / headLength) * 3.5, ((tip.x - base.x) / headLength) * 3.5];
  return `M${at(tip.x)} ${at(tip.y)}L${at(base.x - dx)} ${at(base.y + dy)}L${at(base.x + dx)} ${at(base.y - dy)}Z`;
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function rect({ x, y, width, height }: BoxAt, name: string, radius: number): string {
  return `<rect class="${name}" x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${at(radius)}"/>`;
}

function icon(kind: NodeKind, x: number, y: number): string {
  return `<path class="icon" transform="translate(${at(x)} ${at(y)})" d="${icons[kind]}"/>`;
}

function text({ x, y, face, text: said }: TextAt, more = ''): string {
  return `<text class="t-${face}${more === '' ? '' : ` ${more}`}" x="${at(x)}" y="${at(y)}">${escaped(said)}</text>`;
}

/** A coordinate without more digits than a screen shows. */
function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}
