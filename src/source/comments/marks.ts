import { COLLECTION_STYLE } from 'js-yaml';
import type { Pointer } from '../document';
import type { ListNode, MapNode, SourceNode } from '../tree';

/** Where an entry of a map, or an item of a list, begins. */
export interface Mark {
  readonly start: number;
  /** How far it is indented: the column of its key, or of its dash, from 0. */
  readonly column: number;
  readonly key: string | number;
  /** The entry that it is in; nothing for an entry of a document itself. */
  readonly parent: Mark | undefined;
  /** The brackets that it stands in. */
  readonly flow: Flow | undefined;
  /** Which of the documents it is in. */
  readonly tree: number;
  /** Whether it is the first of its document. */
  readonly isFirst: boolean;
}

/** A map or a list in brackets. */
export interface Flow {
  readonly start: number;
  /** The entry whose value it is; nothing for a document. */
  readonly owner: Mark | undefined;
}

/** The entries of documents, in the order of the text. */
export function marksOf(text: string, trees: readonly SourceNode[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [tree, node] of trees.entries()) new Walk(text, tree, marks).inside(node, undefined, undefined);
  return marks;
}

/** The way to an entry. */
export function pointerOf(mark: Mark | undefined): Pointer {
  return mark === undefined ? [] : [...pointerOf(mark.parent), mark.key];
}

class Walk {
  constructor(
    private readonly text: string,
    private readonly tree: number,
    private readonly marks: Mark[],
  ) {}

  inside(node: SourceNode, owner: Mark | undefined, around: Flow | undefined): void {
    if (node.kind !== 'map' && node.kind !== 'list') return;
    const flow = isFlow(node) ? { start: node.start, owner } : around;
    if (node.kind === 'map') {
      for (const { key, name, value } of node.entries) {
        this.entry(name, value, key.start, this.columnOf(key.start), owner, flow);
      }
    } else {
      const dash = this.columnOf(node.start);
      for (const [i, item] of node.items.entries()) this.entry(i, item, item.start, dash, owner, flow);
    }
  }

  private entry(
    key: Mark['key'],
    value: SourceNode,
    start: number,
    column: number,
    parent: Mark | undefined,
    flow: Flow | undefined,
  ): void {
    // What is not written stands where the entry before it does.
    const last = this.marks[this.marks.length - 1];
    const from = start === -1 ? (last?.start ?? 0) : start;
    const mark = { start: from, column, key, parent, flow, tree: this.tree, isFirst: last?.tree !== this.tree };
    this.marks.push(mark);
    this.inside(value, mark, flow);
  }

  private columnOf(offset: number): number {
    return offset - Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) - 1;
  }
}

function isFlow({ event }: MapNode | ListNode): boolean {
  return event.style === COLLECTION_STYLE.FLOW;
}
