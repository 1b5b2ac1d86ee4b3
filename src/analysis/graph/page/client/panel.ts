import type { GraphEdge } from '../../graph';
import type { PageNode } from '../data';
import { element, make } from './elements';
import type { Follow } from './follow';
import type { Page } from './page';

/** What is known of a node, beside the picture. */
export class Panel {
  private readonly aside = element<HTMLElement>('panel');
  private shown: string | undefined;

  constructor(
    private readonly page: Page,
    private readonly follow: Follow,
    private readonly select: (id: string) => void,
  ) {}

  get isOpen(): boolean {
    return this.shown !== undefined;
  }

  open(id: string): void {
    const node = this.page.node(id);
    if (node === undefined) return;
    this.mark(id);
    const close = make('button', { type: 'button', className: 'close', title: 'Close (Esc)', ariaLabel: 'Close' }, '×');
    close.addEventListener('click', () => this.close());
    const signals = node.signals.map((signal) => make('span', { className: `signal ${signal}` }, signal));
    this.aside.replaceChildren(
      close,
      make('p', { className: 'kind' }, node.kindName, ' ', ...signals),
      make('h2', {}, node.label),
      ...(node.about === undefined ? [] : [make('p', { className: 'about' }, node.about)]),
      ...(node.drops ? [make('p', { className: 'drops' }, 'All that comes here is dropped.')] : []),
      this.ways(id),
      ...this.sections(node),
    );
    this.aside.hidden = false;
    this.aside.scrollTop = 0;
  }

  close(): void {
    const before = this.shown;
    this.mark(undefined);
    this.aside.hidden = true;
    if (before !== undefined && this.aside.contains(document.activeElement)) this.page.shape(before)?.focus();
  }

  private mark(id: string | undefined): void {
    if (this.shown !== undefined) this.page.shape(this.shown)?.classList.remove('selected');
    if (id !== undefined) this.page.shape(id)?.classList.add('selected');
    this.shown = id;
  }

  private ways(id: string): HTMLElement {
    const down = make('button', { type: 'button' }, 'What it can reach');
    down.addEventListener('click', () => this.follow.downstream(id));
    const up = make('button', { type: 'button' }, 'What comes to it');
    up.addEventListener('click', () => this.follow.upstream(id));
    return make('p', { className: 'ways' }, down, up);
  }

  private *sections(node: PageNode): Generator<HTMLElement> {
    const { id, objects, yaml, conditions = [], path } = node;
    const { edges } = this.page.data;
    if (conditions.length > 0) {
      yield make('h3', {}, 'Drops');
      for (const { condition, label } of conditions) yield rule(label, condition);
    }
    const routes = edges.filter(({ kind, from, to }) => kind === 'route' && (from === id || to === id));
    if (routes.length > 0) {
      yield make('h3', {}, routes.some(({ from }) => from === id) ? 'Routes' : 'Takes');
      for (const edge of routes) yield this.route(edge, id);
    }
    const others = (list: readonly (readonly [GraphEdge, string])[], title: string) =>
      list.length === 0
        ? []
        : [make('h3', {}, title), make('ul', {}, ...list.map(([edge, end]) => this.link(edge, end)))];
    const isOther = ({ kind }: GraphEdge) => kind !== 'route' && kind !== 'order';
    yield* others(
      edges.filter((edge) => edge.to === id && isOther(edge)).map((edge) => [edge, edge.from]),
      'From',
    );
    yield* others(
      edges.filter((edge) => edge.from === id && isOther(edge)).map((edge) => [edge, edge.to]),
      'To',
    );
    if (objects.length > 0) {
      yield make('h3', {}, 'In Kubernetes');
      const items = objects.map(({ kind, name, namespace }) => {
        const where = namespace === undefined ? '' : ` in ${namespace}`;
        return make('li', {}, make('b', {}, kind), ` ${name}${where}`);
      });
      yield make('ul', { className: 'objects' }, ...items);
    }
    if (yaml !== undefined) {
      yield make('h3', {}, 'Configuration');
      yield make('pre', { tabIndex: 0 }, yaml);
    }
    if (path !== undefined) yield make('p', { className: 'path' }, path);
  }

  private route(edge: GraphEdge, id: string): HTMLElement {
    const number = edge.row === undefined ? '' : `${edge.row}. `;
    const item = rule(`${number}${edge.label ?? ''}`, edge.condition);
    const leaves = edge.from === id;
    const what = { copy: ', a copy', drop: ', to be dropped', move: '' }[edge.action ?? 'move'];
    item.append(make('p', {}, leaves ? 'to ' : 'from ', this.button(leaves ? edge.to : edge.from), what));
    return item;
  }

  private link(edge: GraphEdge, end: string): HTMLElement {
    const label = edge.label === undefined ? '' : ` (${edge.label})`;
    return make('li', {}, this.button(end), label);
  }

  private button(id: string): HTMLElement {
    const node = this.page.node(id);
    const made = make('button', { type: 'button', className: 'link' }, node?.label ?? id);
    made.addEventListener('click', () => this.select(id));
    return made;
  }
}

function rule(label: string, condition: string | undefined): HTMLElement {
  const written = condition === undefined || condition === label ? [] : [make('code', {}, condition)];
  return make('div', { className: 'rule' }, make('p', { className: 'readable' }, label), ...written);
}
