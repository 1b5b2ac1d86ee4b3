import { type Chunk, chunksOf, tooMany } from './chunks';
import type { Row } from './row';
import { keyFor } from './run';

/** A table among those that divide rows by the texts of one attribute. */
export type TreeNode = Leaf | Inner;

/** A table with the rows for some texts. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly level: number;
  /** The least text that it is for. */
  readonly first: string;
  readonly rows: readonly Row[];
}

/** A table that leads to other tables, each for the texts from its first up to the first of the next. */
export interface Inner {
  readonly kind: 'inner';
  readonly level: number;
  readonly first: string;
  readonly children: readonly TreeNode[];
}

/** Divides rows that each match only for some texts of an attribute. */
export function treeOf(rows: readonly Row[], path: string): TreeNode {
  const rank = new Map(rows.map((row, i) => [row, i]));
  const byValue = new Map<string, Row[]>();
  for (const row of rows) {
    for (const value of new Set(keyFor(row, path)?.values)) byValue.set(value, [...(byValue.get(value) ?? []), row]);
  }
  const values = [...byValue.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const leaves = chunksOf(values, (value) => value, 0).map((chunk): TreeNode => {
    const members = new Set(chunk.items.flatMap((value) => byValue.get(value) ?? []));
    const inOrder = [...members].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    return { kind: 'leaf', level: 0, first: chunk.first, rows: inOrder };
  });
  return joined(leaves, 1);
}

/** One node above others. */
function joined(nodes: readonly TreeNode[], level: number): TreeNode {
  const [only] = nodes;
  if (only && nodes.length === 1) return only;
  if (!tooMany(nodes.length)) return inner({ first: only?.first ?? '', items: nodes }, level);
  const chunks = chunksOf(nodes, ({ first }) => first, level);
  // A level on which nothing begins a chunk would not get smaller.
  if (chunks.length === 1) return inner({ first: only?.first ?? '', items: nodes }, level);
  return joined(
    chunks.map((chunk) => inner(chunk, level)),
    level + 1,
  );
}

function inner({ first, items }: Chunk<TreeNode>, level: number): TreeNode {
  const [only] = items;
  return only && items.length === 1 ? only : { kind: 'inner', level, first, children: items };
}
