import { element } from './elements';

const smallest = 0.05;
const largest = 4;
/** Smaller than this nobody reads anything. */
const legible = 0.6;
const margin = 24;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What of the drawing is seen: by dragging, the wheel, fingers and keys. */
export class Camera {
  private x = 0;
  private y = 0;
  private scale = 1;
  private readonly world = element<SVGGElement>('world');
  private readonly seen = element<SVGRectElement>('window');
  private readonly fingers = new Map<number, Point>();
  private readonly width: number;
  private readonly height: number;
  /** Whether the last press became a movement, so that it was no click. */
  moved = false;

  constructor(private readonly stage: SVGSVGElement) {
    this.width = Number(stage.dataset.width);
    this.height = Number(stage.dataset.height);
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.down(event));
    stage.addEventListener('pointermove', (event) => this.move(event));
    for (const name of ['pointerup', 'pointercancel'] as const) {
      stage.addEventListener(name, (event) => this.fingers.delete(event.pointerId));
    }
    const map = element<SVGSVGElement>('map');
    map.addEventListener('pointerdown', (event) => this.jump(map, event));
    map.addEventListener('pointermove', (event) => {
      if (event.buttons > 0) this.jump(map, event);
    });
    window.addEventListener('resize', () => this.draw());
    window.addEventListener('beforeprint', () => stage.setAttribute('viewBox', `0 0 ${this.width} ${this.height}`));
    window.addEventListener('afterprint', () => stage.removeAttribute('viewBox'));
  }

  /** All of it, as large as it fits. */
  fit(): void {
    const { width, height } = this.stage.getBoundingClientRect();
    this.scale = clamped(Math.min((width - 2 * margin) / this.width, (height - 2 * margin) / this.height, 1.2));
    this.x = (width - this.width * this.scale) / 2;
    this.y = (height - this.height * this.scale) / 2;
    this.draw();
  }

  /** All of it where that can be read; else its beginning. */
  open(): void {
    this.fit();
    if (this.scale >= legible) return;
    const { width, height } = this.stage.getBoundingClientRect();
    this.scale = clamped(Math.max(0.75, Math.min(0.9, (width - 2 * margin) / this.width)));
    this.x = Math.max(margin, (width - this.width * this.scale) / 2);
    this.y = Math.max(margin, (height - this.height * this.scale) / 2);
    this.draw();
  }

  zoom(factor: number, at: Point = this.middle()): void {
    const next = clamped(this.scale * factor);
    this.x = at.x - ((at.x - this.x) * next) / this.scale;
    this.y = at.y - ((at.y - this.y) * next) / this.scale;
    this.scale = next;
    this.draw();
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.draw();
  }

  /** Brings a node into the middle, unless it is seen already. */
  show(shape: SVGGElement, always = false): void {
    const box = shape.getBoundingClientRect();
    const stage = this.stage.getBoundingClientRect();
    const isSeen =
      box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom;
    if (isSeen && this.scale >= legible && !always) return;
    if (this.scale < legible) this.zoom(0.9 / this.scale);
    const now = shape.getBoundingClientRect();
    const left = Math.min(now.width / 2, stage.width * 0.4);
    const top = Math.min(now.height / 2, stage.height * 0.4);
    this.pan(stage.left + stage.width / 2 - now.left - left, stage.top + stage.height / 2 - now.top - top);
  }

  /** Brings nodes into view, all of them, as large as they fit. */
  frame(shapes: readonly SVGGElement[]): void {
    if (shapes.length === 0) return;
    const boxes = shapes.map((shape) => shape.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    const stage = this.stage.getBoundingClientRect();
    const room = 2 * margin + 40;
    const fits = Math.min((stage.width - room) / (right - left), (stage.height - room) / (bottom - top));
    this.pan(stage.left + (stage.width - left - right) / 2, stage.top + (stage.height - top - bottom) / 2);
    this.zoom(Math.min(fits, 1.2 / this.scale));
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.shiftKey) this.pan(-(event.deltaX || event.deltaY) * lines, 0);
    else this.zoom(Math.exp((-event.deltaY * lines) / 400), this.inStage(event));
  }

  private down(event: PointerEvent): void {
    if (event.button > 0) return;
    this.moved = false;
    this.fingers.set(event.pointerId, this.inStage(event));
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.inStage(event);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!this.moved && other === undefined && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    // Only what moves is held, because what is held gets no click.
    this.stage.setPointerCapture(event.pointerId);
    this.moved = true;
    this.fingers.set(event.pointerId, now);
    if (other === undefined) this.pan(now.x - before.x, now.y - before.y);
    else {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.zoom(distance(now, other) / Math.max(1, distance(before, other)), middle);
      this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    }
  }

  /** Goes where the small map was pressed. */
  private jump(map: SVGSVGElement, event: PointerEvent): void {
    const box = map.getBoundingClientRect();
    const across = Math.max(this.width / box.width, this.height / box.height);
    const left = box.left + (box.width - this.width / across) / 2;
    const top = box.top + (box.height - this.height / across) / 2;
    const middle = this.middle();
    this.x = middle.x - (event.clientX - left) * across * this.scale;
    this.y = middle.y - (event.clientY - top) * across * this.scale;
    this.draw();
  }

  private inStage({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.stage.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private middle(): Point {
    const { width, height } = this.stage.getBoundingClientRect();
    return { x: width / 2, y: height / 2 };
  }

  private draw(): void {
    this.world.setAttribute('transform', `translate(${this.x} ${this.y}) scale(${this.scale})`);
    element('scale').textContent = `${Math.round(this.scale * 100)}%`;
    const { width, height } = this.stage.getBoundingClientRect();
    const part = { x: -this.x, y: -this.y, width, height };
    for (const [name, value] of Object.entries(part)) this.seen.setAttribute(name, String(value / this.scale));
  }
}

function clamped(scale: number): number {
  return Math.min(largest, Math.max(smallest, scale));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
