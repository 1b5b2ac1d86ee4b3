import type { EntryPart, Pointer } from './document';
import { eventsOf } from './events';
import { scalarOffsets } from './scalar-offsets';
import { type MapEntry, type SourceNode, type TextNode, textOf, treesOf } from './tree';

/** A text with its trees; texts inside it, which are YAML themselves, are read when somebody looks into them. */
export class SourceText {
  private readonly inner = new Map<TextNode, SourceText | undefined>();

  constructor(
    readonly text: string,
    readonly trees: readonly SourceNode[],
    /** Where a place of the text is in the file. */
    readonly inFile: (offset: number) => number,
  ) {}

  /** Where an entry stands in the file, as an offset. */
  find(tree: SourceNode | undefined, pointer: Pointer, part: EntryPart): number {
    let here: Here = { source: this, node: tree, start: tree?.start ?? 0 };
    for (const key of pointer) {
      const next = here.source.step(here, key);
      if (next === undefined) return here.source.inFile(here.start);
      here = next;
    }
    const written = here.node === undefined ? -1 : here.node.start;
    return here.source.inFile(part === 'value' && written !== -1 ? written : here.start);
  }

  /** The scalar at a pointer, and the text that it is in; nothing where there is none. */
  scalar(tree: SourceNode, pointer: Pointer): { readonly source: SourceText; readonly node: TextNode } | undefined {
    let here: Here | undefined = { source: this, node: tree, start: tree.start };
    for (const key of pointer) here = here?.source.step(here, key);
    const node = here?.node?.kind === 'alias' ? here.node.target : here?.node;
    return here !== undefined && node?.kind === 'text' ? { source: here.source, node } : undefined;
  }

  /** A scalar's text, and where its characters are in the file. */
  decoded(node: TextNode): { readonly text: string; readonly inFile: (offset: number) => number } {
    const text = textOf(this.text, node);
    const offsets = scalarOffsets(this.text, node.event, text);
    return { text, inFile: (offset) => this.inFile(offsets(offset)) };
  }

  /** One step deeper; nothing where there is no such entry. */
  private step({ node: from }: Here, key: string | number): Here | undefined {
    const node = from?.kind === 'alias' ? from.target : from;
    if (node === undefined) return undefined;
    if (node.kind === 'list') {
      const item = node.items[Number(key)];
      return item && { source: this, node: item, start: item.start === -1 ? node.start : item.start };
    }
    if (node.kind === 'map') {
      const entry = entryOf(node.entries, String(key));
      return entry && { source: this, node: entry.value, start: entry.key.start };
    }
    if (node.kind !== 'text') return undefined;
    const inner = this.innerOf(node);
    const tree = inner?.trees[0];
    return inner?.step({ source: inner, node: tree, start: tree?.start ?? 0 }, key);
  }

  /** The YAML that a scalar holds; nothing where it holds none. */
  private innerOf(node: TextNode): SourceText | undefined {
    if (!this.inner.has(node)) this.inner.set(node, this.read(node));
    return this.inner.get(node);
  }

  private read(node: TextNode): SourceText | undefined {
    try {
      const { text, inFile } = this.decoded(node);
      const parsed = eventsOf(text);
      return new SourceText(parsed.text, treesOf(parsed, 'collector'), inFile);
    } catch {
      return undefined;
    }
  }
}

interface Here {
  readonly source: SourceText;
  readonly node: SourceNode | undefined;
  /** Where it begins with its key. */
  readonly start: number;
}

/** The entry that holds: the last of equal keys, or what a merge key brings. */
function entryOf(entries: readonly MapEntry[], name: string): MapEntry | undefined {
  const own = entries.findLast((entry) => entry.name === name);
  if (own !== undefined) return own;
  for (const { name: merge, value } of entries) {
    const found = merge === '<<' ? merged(value, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function merged(value: SourceNode, name: string): MapEntry | undefined {
  const node = value.kind === 'alias' ? value.target : value;
  if (node?.kind === 'map') return entryOf(node.entries, name);
  if (node?.kind !== 'list') return undefined;
  for (const item of node.items) {
    const found = merged(item, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
