import { EVENT_ID, type Event } from 'js-yaml';
import type { EventText } from '../events';
import type { Reader } from '../scalars';
import type { AliasNode, ListNode, MapNode, SourceNode, TextNode } from '../tree';
import { anchorMistake } from './anchors';
import type { Finding, Scene } from './finding';
import { freeMistakes } from './free';
import { keyMistakes } from './keys';
import { type Kind, kindOf } from './kind';
import { tabMistakes } from './tabs';
import { emptyMistakes, textMistakes } from './values';
import { versionMistake } from './version';

/** Go's yaml gives up where aliases make more than this of a document. */
const mostValues = 4_000_000;

/** What the parser takes, but the reader refuses, or reads otherwise than it looks: by document, in a text that was parsed. */
export function mistakesIn(parsed: EventText, trees: readonly SourceNode[], reader: Reader): Finding[][] {
  return trees.map((tree, i) => new Search(parsed.text, reader).mistakes(tree, i === 0 ? parsed.events : []));
}

class Search {
  private readonly found: Finding[] = [];
  private path: (string | number)[] = [];
  private readonly scene: Scene;
  private of: Kind;
  /** What is being looked at, from the root on. */
  private readonly open = new Set<SourceNode>();
  /** How many values there are in what has been looked at and has an anchor, with its aliases written out. */
  private readonly sizes = new Map<SourceNode, number>();
  /** What aliases stand for. */
  private readonly used = new Set<SourceNode>();
  /** Values that are not written, with their keys: whether an anchor of theirs means something is known at the end. */
  private readonly empty: (readonly [TextNode, SourceNode, readonly (string | number)[]])[] = [];

  constructor(text: string, reader: Reader) {
    const say =
      (severity: Finding['severity']) => (offset: number, code: Finding['code'], message: string, fix: string) => {
        this.found.push({ code, severity, message, fix, offset, pointer: [...this.path] });
      };
    this.scene = { text, reader, error: say('error'), warning: say('warning') };
  }

  /** With those of the text around the document where its events are given. */
  mistakes(tree: SourceNode, events: readonly Event[]): Finding[] {
    if (events.length > 0) tabMistakes(this.scene);
    for (const event of events) if (event.type === EVENT_ID.DOCUMENT) versionMistake(event, this.scene);
    this.of = kindOf(tree, this.scene);
    if (this.look(tree) > mostValues) {
      const message = 'aliases make this document larger than its readers bear.';
      this.scene.error(Math.max(tree.start, 0), 'yaml-syntax', message, 'Write it with fewer aliases.');
    }
    for (const [value, key, path] of this.empty) {
      this.path = [...path];
      if (!this.used.has(value)) emptyMistakes(value, key, this.scene);
    }
    return this.found;
  }

  /** Returns how many values there are. */
  private look(node: SourceNode): number {
    if (node.kind !== 'alias') anchorMistake(node.event, this.scene);
    if (node.kind === 'alias') return this.alias(node);
    if (node.kind === 'text') {
      textMistakes(node, this.scene);
      if (this.isConfiguration()) freeMistakes(node, this.path.at(-1), this.scene);
      return 1;
    }
    this.open.add(node);
    const size = node.kind === 'map' ? this.map(node) : this.list(node);
    this.open.delete(node);
    if (node.event.anchorStart !== -1) this.sizes.set(node, size);
    return size;
  }

  /** Whether what is looked at is a part of a collector's configuration. */
  private isConfiguration(): boolean {
    if (this.of === 'configuration') return true;
    return this.of === 'resource' && this.path[0] === 'spec' && this.path[1] === 'config';
  }

  private map(node: MapNode): number {
    keyMistakes(node, this.scene);
    let size = 1;
    for (const { key, name, value } of node.entries) {
      this.path.push(name);
      if (value.kind === 'text' && value.start === -1) this.emptyValue(value, key);
      else size += this.look(value);
      this.path.pop();
    }
    return size;
  }

  private emptyValue(value: TextNode, key: SourceNode): void {
    anchorMistake(value.event, this.scene);
    this.empty.push([value, key, [...this.path]]);
  }

  private list({ items }: ListNode): number {
    let size = 1;
    for (const [i, item] of items.entries()) {
      this.path.push(i);
      size += this.look(item);
      this.path.pop();
    }
    return size;
  }

  private alias({ start, target }: AliasNode): number {
    if (target === undefined) return 1;
    this.used.add(target);
    if (!this.open.has(target)) return this.sizes.get(target) ?? 1;
    this.scene.error(start, 'yaml-syntax', 'this alias stands for something that it is inside of.', 'Write it out.');
    return 1;
  }
}
