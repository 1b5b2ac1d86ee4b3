import type { Page } from './page';

export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Going from node to node by keys: one node can be reached by Tab, the others by arrows from there. */
export class Walk {
  constructor(private readonly page: Page) {
    const [first] = [...page.shapes.values()].filter((shape) => !shape.classList.contains('group'));
    first?.setAttribute('tabindex', '0');
    page.stage.addEventListener('focusin', (event) => {
      const id = page.idOf(event.target);
      const shape = id === undefined ? undefined : page.shape(id);
      if (shape) this.keep(shape);
    });
  }

  /** The next node on a way from one: the nearest that lies more that way than aside. */
  next(id: string, way: Way): string | undefined {
    const from = this.page.shape(id);
    if (from === undefined) return undefined;
    const here = middle(from);
    let best: { readonly id: string; readonly cost: number } | undefined;
    for (const [i, shape] of this.page.shapes) {
      const other = this.page.data.nodes[i]?.id;
      if (shape === from || other === undefined || shape.contains(from) || from.contains(shape)) continue;
      if (shape.classList.contains('group')) continue;
      const there = middle(shape);
      const [dx, dy] = [there.x - here.x, there.y - here.y];
      const [along, aside] = {
        ArrowLeft: [-dx, Math.abs(dy)] as const,
        ArrowRight: [dx, Math.abs(dy)] as const,
        ArrowUp: [-dy, Math.abs(dx)] as const,
        ArrowDown: [dy, Math.abs(dx)] as const,
      }[way];
      if (along <= 1) continue;
      const cost = along + 2.5 * aside;
      if (best === undefined || cost < best.cost) best = { id: other, cost };
    }
    return best?.id;
  }

  private keep(shape: SVGGElement): void {
    for (const other of this.page.shapes.values()) other.setAttribute('tabindex', other === shape ? '0' : '-1');
  }
}

function middle(shape: SVGGElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = shape.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
