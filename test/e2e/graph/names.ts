import fc from 'fast-check';
import type { Graph, GraphEdge, GraphNode, NodeKind } from '../../../src/analysis/graph/graph';

const pieces = [
  'end',
  'subgraph',
  'graph',
  'class',
  'click',
  'style',
  '1. first',
  '- one',
  '# head',
  '**bold**',
  '_it_',
  '`code`',
  '[link](https://x.example)',
  '<b>',
  '</text>',
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '&amp;',
  '"',
  "'",
  '\\',
  '{}',
  '[](){{}}',
  '|',
  '%%',
  ';',
  '#35;',
  '$x$',
  '--> ==>',
  ':::',
  '\u202Edrawkcab',
  '\u0000',
  '\n',
  'ünïcödé',
  '漢字とカナ',
  'Привет',
  'مرحبا',
  '🚀🚀🚀',
  'a'.repeat(300),
  'word '.repeat(60),
  '${env:NAME}',
  '__proto__',
  'constructor',
];

const kinds: readonly NodeKind[] = [
  'receiver',
  'pipeline',
  'connector',
  'exporter',
  'extension',
  'source',
  'destination',
  'topic',
  'bucket',
  'variable',
  'alert',
  'automation',
  'prometheus',
];

/** A graph whose names are made of what breaks formats, and of what is drawn at random. */
export function namesOf(seed: number, count: number): Graph {
  const drawn = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { seed, numRuns: count });
  const names = [...pieces, ...drawn];
  const nodes: GraphNode[] = [
    { id: 'box', kind: 'collector', label: pieces.slice(0, 6).join(' '), signals: [], objects: [] },
  ];
  const edges: GraphEdge[] = [];
  for (const [i, label] of names.entries()) {
    const kind = kinds[i % kinds.length] as NodeKind;
    const parent = i % 3 === 0 ? {} : { parent: 'box' };
    const about = i % 2 === 0 ? {} : { about: names[(i * 7) % names.length] as string };
    const signals = kind === 'pipeline' ? (['logs'] as const) : [];
    nodes.push({
      id: `${label} ${i}`,
      kind,
      label,
      ...about,
      ...parent,
      signals,
      objects: [],
      config: { [label]: label },
    });
    if (kind === 'pipeline') {
      const step: GraphNode = {
        id: `step ${i}`,
        kind: 'processor',
        label,
        parent: `${label} ${i}`,
        signals: ['logs'],
        objects: [],
      };
      nodes.push({ ...step, conditions: [{ condition: label, label }] });
    }
    const other = names[(i * 5 + 3) % names.length] as string;
    if (i > 0) {
      const from = nodes[Math.floor(nodes.length / 2)] as GraphNode;
      const to = `${label} ${i}`;
      const kindOf = from.kind === 'connector' ? 'route' : 'telemetry';
      if (from.id !== to)
        edges.push({
          id: `${i}`,
          from: from.id,
          to,
          kind: kindOf,
          signals: [],
          label: other,
          ...(kindOf === 'route' && { row: i }),
        });
    }
  }
  return { nodes, edges };
}
