import {
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { EventText } from './events';
import { keyName } from './key-name';
import { plainValue, type Reader } from './scalars';

/** What a document is made of, with where it stands. */
export type SourceNode = MapNode | ListNode | TextNode | AliasNode;

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly event: MappingEvent;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: SourceNode;
  /** The key as the reader knows it: `on` is `true` for kubectl. */
  readonly name: string;
  readonly value: SourceNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly event: SequenceEvent;
  readonly items: readonly SourceNode[];
}

/** A scalar. */
export interface TextNode {
  readonly kind: 'text';
  /** Where it begins, quotes and the sign of a block included; -1 for one that is not written at all. */
  readonly start: number;
  readonly event: ScalarEvent;
}

export interface AliasNode {
  readonly kind: 'alias';
  readonly start: number;
  /** What it stands for; nothing for an anchor that is not there. */
  readonly target: SourceNode | undefined;
}

/** The documents of a text, as trees with offsets. */
export function treesOf({ text, events }: EventText, reader: Reader): SourceNode[] {
  return new TreeBuilder(text, reader, events).documents();
}

/** Whether a scalar is written without quotes, and no tag says what it is. */
export function isPlain({ event }: TextNode): boolean {
  return event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1;
}

/** The decoded text of a scalar. */
export function textOf(source: string, { event }: TextNode): string {
  return getScalarValue(source, event);
}

class TreeBuilder {
  private at = 0;
  private anchors = new Map<string, SourceNode>();

  constructor(
    private readonly text: string,
    private readonly reader: Reader,
    private readonly events: readonly Event[],
  ) {}

  documents(): SourceNode[] {
    const documents: SourceNode[] = [];
    while (this.at < this.events.length) {
      this.at++;
      this.anchors = new Map();
      documents.push(this.node());
      this.at++;
    }
    return documents;
  }

  private isPop(): boolean {
    return this.events[this.at]?.type === EVENT_ID.POP;
  }

  private node(): SourceNode {
    const event = this.events[this.at++] as Event;
    switch (event.type) {
      case EVENT_ID.MAPPING:
        return this.map(event);
      case EVENT_ID.SEQUENCE:
        return this.list(event);
      case EVENT_ID.SCALAR:
        return this.anchored(event, { kind: 'text', start: startOf(this.text, event), event });
      case EVENT_ID.ALIAS: {
        const target = this.anchors.get(this.text.slice(event.anchorStart, event.anchorEnd));
        return { kind: 'alias', start: event.anchorStart - 1, target };
      }
      default:
        throw new Error('an event that is no node');
    }
  }

  private map(event: MappingEvent): SourceNode {
    const entries: MapEntry[] = [];
    const node = this.anchored(event, { kind: 'map', start: event.start, event, entries });
    while (!this.isPop()) {
      const key = this.node();
      const value = this.node();
      entries.push({ key, name: this.nameOf(key), value });
    }
    this.at++;
    return node;
  }

  private list(event: SequenceEvent): SourceNode {
    const items: SourceNode[] = [];
    const node = this.anchored(event, { kind: 'list', start: event.start, event, items });
    while (!this.isPop()) items.push(this.node());
    this.at++;
    return node;
  }

  private nameOf(key: SourceNode): string {
    if (key.kind === 'alias') return key.target === undefined ? '' : this.nameOf(key.target);
    if (key.kind !== 'text') return '';
    const text = textOf(this.text, key);
    return isPlain(key) ? keyName(plainValue(text, this.reader).value, this.reader) : text;
  }

  private anchored<N extends SourceNode>({ anchorStart, anchorEnd }: Anchored, node: N): N {
    if (anchorStart !== -1) this.anchors.set(this.text.slice(anchorStart, anchorEnd), node);
    return node;
  }
}

interface Anchored {
  readonly anchorStart: number;
  readonly anchorEnd: number;
}

/** Where a scalar begins for a reader: at its quote, or at the sign of a block. */
function startOf(text: string, { valueStart, style }: ScalarEvent): number {
  if (valueStart === -1 || style === SCALAR_STYLE.PLAIN) return valueStart;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  const lineEnd = text.lastIndexOf('\n', valueStart - 1);
  const line = text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd);
  const header = /[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/.exec(line);
  return header === null ? valueStart : lineEnd - line.length + header.index;
}
