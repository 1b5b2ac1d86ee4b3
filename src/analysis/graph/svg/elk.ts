import type * as elkjs from 'elkjs';
import type { ELK, ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The room between nodes of one layer. */
export const gap = 14;

const options: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': String(gap),
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.componentComponent': '28',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
};

let engine: ELK | undefined;

/** The engine, which few programs need, and which is 1.6 MB. */
function loaded(): ELK {
  const { default: Elk } = require('elkjs') as typeof elkjs;
  engine ??= new Elk();
  return engine;
}

/** Lays out one level of a graph, from left to right. The same graph gets the same places. */
export async function laidOut(children: ElkNode[], edges: ElkExtendedEdge[], more: LayoutOptions): Promise<ElkNode> {
  return await loaded().layout({ id: 'root', layoutOptions: { ...options, ...more }, children, edges });
}

/** The points of a line that was laid out. */
export function pointsOf({ sections }: ElkExtendedEdge): readonly Point[] {
  const section = sections?.[0];
  return section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
}
