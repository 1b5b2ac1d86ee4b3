import type { Reach } from '../../reach';
import type { PageData, PageNode } from '../data';
import { element } from './elements';

/** The nodes and lines of the page, by what they stand for. */
export class Page {
  readonly data = JSON.parse(element('data').textContent ?? '') as PageData;
  readonly stage = element<SVGSVGElement>('stage');
  /** The drawn nodes by index. */
  readonly shapes = new Map<number, SVGGElement>();
  private readonly lines: readonly SVGGElement[];
  private readonly indices = new Map<string, number>();
  private readonly edgeIndices = new Map<string, number>();

  constructor() {
    for (const shape of this.stage.querySelectorAll<SVGGElement>('g[data-node]')) {
      this.shapes.set(Number(shape.dataset.node), shape);
      const title = shape.querySelector(':scope > title')?.textContent ?? '';
      shape.setAttribute('role', 'button');
      shape.setAttribute('tabindex', '-1');
      shape.setAttribute('aria-label', title);
    }
    this.lines = [...this.stage.querySelectorAll<SVGGElement>('g[data-edges]')];
    for (const [i, { id }] of this.data.nodes.entries()) this.indices.set(id, i);
    for (const [i, { id }] of this.data.edges.entries()) this.edgeIndices.set(id, i);
  }

  node(id: string): PageNode | undefined {
    return this.data.nodes[this.indices.get(id) ?? -1];
  }

  shape(id: string): SVGGElement | undefined {
    return this.shapes.get(this.indices.get(id) ?? -1);
  }

  /** The id of the node that an element of the drawing belongs to. */
  idOf(target: EventTarget | null): string | undefined {
    const shape = target instanceof Element ? target.closest<SVGGElement>('g[data-node]') : null;
    return shape === null ? undefined : this.data.nodes[Number(shape.dataset.node)]?.id;
  }

  /** The nodes that are shown, but for boxes around others. */
  lit(): SVGGElement[] {
    return [...this.shapes.values()].filter((shape) => shape.matches('.lit:not(.group)'));
  }

  /** Shows some nodes and lines, and the others pale; nothing in particular where none are given. */
  light(reach: Reach | undefined): void {
    this.stage.classList.toggle('following', reach !== undefined);
    for (const [i, shape] of this.shapes) {
      shape.classList.toggle('lit', reach?.nodes.has(this.data.nodes[i]?.id ?? '') === true);
    }
    const lit = new Set([...(reach?.edges ?? [])].map((id) => this.edgeIndices.get(id)));
    for (const line of this.lines) {
      const edges = (line.dataset.edges ?? '').split(' ').map(Number);
      line.classList.toggle(
        'lit',
        edges.some((edge) => lit.has(edge)),
      );
    }
  }
}
