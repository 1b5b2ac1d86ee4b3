import type { Signal } from '../../model/signal';
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from './graph';

/** Where a flowchart leads to: from left to right, or from top to bottom. */
export const directions = ['LR', 'TB'] as const;

export type Direction = (typeof directions)[number];

/** What GitHub, and Mermaid itself, draws at most: characters of text, and edges. */
export const mostText = 50_000;
export const mostEdges = 500;

/** A graph as a flowchart of Mermaid, and whether GitHub draws it. */
export interface Flowchart {
  readonly text: string;
  readonly isTooLarge: boolean;
}

/** A graph as Mermaid draws it in pull requests: a box for each collector, routes with their conditions. */
export function mermaidOf(graph: Graph, direction: Direction = 'LR'): Flowchart {
  const { nodes } = graph;
  const names = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const steps = processorsOf(graph);
  const lines = linesOf(graph, names);
  const out = [`flowchart ${direction}`];
  const boxes = new Set(nodes.flatMap(({ parent }) => parent ?? []));
  for (const node of nodes) {
    if (node.parent !== undefined) continue;
    const isBox = boxes.has(node.id) && node.kind !== 'pipeline';
    if (isBox) out.push(...box(node, nodes, names, steps));
    else out.push(`  ${shape(node, names, steps)}`);
  }
  out.push(...lines.map((line) => `  ${line}`), ...styles(nodes, names));
  const text = `${out.join('\n')}\n`;
  return { text, isTooLarge: text.length > mostText || lines.length > mostEdges };
}

type Names = ReadonlyMap<string, string>;

function box(node: GraphNode, nodes: readonly GraphNode[], names: Names, steps: Names): readonly string[] {
  const label = [node.label, node.about].filter((part) => part !== undefined).map(quoted);
  const inner = nodes.filter(({ parent, kind }) => parent === node.id && kind !== 'processor');
  return [
    `  subgraph ${names.get(node.id)}["${label.join('<br/>')}"]`,
    ...inner.map((one) => `    ${shape(one, names, steps)}`),
    '  end',
  ];
}

/** Processors are told in the label of their pipeline, in their order, and what its filters drop. */
function processorsOf({ nodes }: Graph): Names {
  const steps = new Map<string, { readonly names: string[]; readonly drops: string[] }>();
  for (const { kind, parent = '', label, conditions = [] } of nodes) {
    if (kind !== 'processor') continue;
    const known = steps.get(parent) ?? { names: [], drops: [] };
    steps.set(parent, known);
    known.names.push(quoted(label));
    known.drops.push(...conditions.map((one) => `drops where ${quoted(one.label)}`));
  }
  return new Map([...steps].map(([id, { names, drops }]) => [id, [names.join(' → '), ...drops].join('<br/>')]));
}

/** The brackets around the label of a node of each kind. */
const brackets: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  collector: ['[', ']'],
  receiver: ['>', ']'],
  pipeline: ['[', ']'],
  processor: ['[', ']'],
  connector: ['{{', '}}'],
  exporter: ['[[', ']]'],
  extension: ['(', ')'],
  source: ['([', '])'],
  destination: ['([', '])'],
  topic: ['[/', '/]'],
  bucket: ['[(', ')]'],
  hub: ['[', ']'],
  variable: ['(', ')'],
  alert: ['{{', '}}'],
  automation: ['(', ')'],
  observer: ['[', ']'],
  hubMonitor: ['[', ']'],
  replay: ['[', ']'],
  dal: ['[', ']'],
  ingress: ['[', ']'],
  prometheus: ['[', ']'],
  alertmanager: ['[', ']'],
};

function shape(node: GraphNode, names: Names, steps: Names): string {
  const [open, close] = brackets[node.kind];
  const about = node.about === undefined ? undefined : quoted(node.about);
  const lines = [quoted(node.label), about, steps.get(node.id)].filter((part) => part !== undefined);
  return `${names.get(node.id)}${open}"${lines.join('<br/>')}"${close}`;
}

/** The lines of each kind of edge. */
const arrows: Readonly<Record<EdgeKind, string>> = {
  telemetry: '-->',
  route: '-->',
  order: '-->',
  scrape: '-.->',
  own: '-.->',
  alert: '==>',
  control: '-.->',
  variable: '-.->',
  uses: '-.-',
};

/** One line for all edges of one kind between the same two; what is within a pipeline is in its label. */
function linesOf({ nodes, edges }: Graph, names: Names): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ends = (id: string) => (byId.get(id)?.kind === 'processor' ? (byId.get(id)?.parent ?? id) : id);
  const merged = new Map<string, { readonly start: string; readonly labels: Set<string>; readonly end: string }>();
  for (const edge of edges) {
    const [from, to, arrow] = [names.get(ends(edge.from)), names.get(ends(edge.to)), arrows[edge.kind]];
    if (edge.kind === 'order' || from === to) continue;
    const key = `${from} ${arrow} ${to}`;
    const line = merged.get(key) ?? { start: `${from} ${arrow}`, labels: new Set(), end: `${to}` };
    merged.set(key, line);
    for (const label of edgeLabel(edge)) line.labels.add(label);
  }
  return [...merged.values()].map(({ start, labels, end }) => {
    const label = labels.size === 0 ? '' : `|"${[...labels].join('<br/>')}"|`;
    return `${start}${label} ${end}`;
  });
}

function edgeLabel({ kind, row, label, action }: GraphEdge): readonly string[] {
  if (label === undefined) return [];
  if (kind !== 'route') return [quoted(label)];
  const number = row === undefined ? '' : `row ${row}: `;
  return [quoted(`${number}${label}${action === 'copy' ? ' (a copy)' : action === 'drop' ? ' (dropped)' : ''}`)];
}

const colours: Readonly<Record<Signal, string>> = {
  logs: '#1565c8',
  traces: '#7b3fd4',
  metrics: '#0b7a53',
  profiles: '#a8530a',
};

/** The signals of pipelines by colour, and what drops; the words are in the labels, too. */
function styles(nodes: readonly GraphNode[], names: Names): readonly string[] {
  const out: string[] = [];
  const used = (ids: readonly GraphNode[]) => ids.map(({ id }) => names.get(id)).join(',');
  for (const [signal, colour] of Object.entries(colours)) {
    const own = nodes.filter((node) => node.kind === 'pipeline' && node.signals[0] === signal && !node.drops);
    if (own.length > 0)
      out.push(`  classDef ${signal} stroke:${colour},stroke-width:2px`, `  class ${used(own)} ${signal}`);
  }
  const dropping = nodes.filter(({ drops }) => drops);
  if (dropping.length > 0) {
    out.push('  classDef drops stroke:#bf2e3f,stroke-dasharray:4 3', `  class ${used(dropping)} drops`);
  }
  return out;
}

// All but letters and digits of any script, what stands for nothing in Mermaid, HTML or Markdown, and what stands for
// nothing within a word.
const special = /[^\p{L}\p{N} ,:=/()→≠≤≥–·…’×._-]|(?<![\p{L}\p{N}])[._-]|[._-](?![\p{L}\p{N}])/gu;

/** A text within quotes: all that Mermaid, HTML or Markdown might read as something else is written as its number. */
function quoted(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Bidi_Control}\uFEFF]/gu, ' ').trim();
  return clean.replace(special, (character) => `#${character.codePointAt(0)};`) || ' ';
}
