import type { PageNode } from '../data';
import { element, make } from './elements';
import type { Page } from './page';

const most = 40;

interface Entry {
  readonly node: PageNode;
  /** All that it can be found by, in small letters; its name comes first. */
  readonly text: string;
}

/** Finds nodes by name, by what conditions ask for, and by what their configuration says. */
export class Search {
  private readonly input = element<HTMLInputElement>('search');
  private readonly list = element<HTMLUListElement>('results');
  private readonly entries: readonly Entry[];
  private active = -1;

  constructor(
    private readonly page: Page,
    private readonly choose: (id: string) => void,
  ) {
    const asked = new Map<string, string[]>();
    for (const { to, condition = '', label = '' } of page.data.edges) {
      asked.set(to, [...(asked.get(to) ?? []), condition, label]);
    }
    this.entries = page.data.nodes.map((node) => {
      const { label, kindName, about, path, yaml, conditions = [], objects, id } = node;
      const said = conditions.flatMap((one) => [one.condition, one.label]);
      const names = objects.map(({ kind, name }) => `${kind} ${name}`);
      const parts = [label, kindName, about, path, ...said, ...names, ...(asked.get(id) ?? []), yaml];
      return { node, text: parts.filter(Boolean).join('\n').toLowerCase() };
    });
    this.input.addEventListener('input', () => this.update());
    this.input.addEventListener('focus', () => this.update());
    this.input.addEventListener('blur', () => this.hide());
    this.input.addEventListener('keydown', (event) => this.key(event));
    // The list must not take the focus from the field before it is clicked.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private found(): readonly Entry[] {
    const words = this.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const place = ({ node, text }: Entry) => {
      const at = node.label.toLowerCase().indexOf(words[0] ?? '');
      return at === 0 ? 0 : at > 0 ? 1 : 2 + text.indexOf(words[0] ?? '') / 1e6;
    };
    const hits = this.entries.filter(({ text }) => words.every((word) => text.includes(word)));
    return [...hits].sort((a, b) => place(a) - place(b));
  }

  private update(): void {
    const found = this.found();
    const ids = new Set(found.map(({ node }) => node.id));
    this.page.stage.classList.toggle('searching', this.input.value.trim() !== '');
    for (const [i, shape] of this.page.shapes)
      shape.classList.toggle('match', ids.has(this.page.data.nodes[i]?.id ?? ''));
    this.active = found.length > 0 ? 0 : -1;
    const items = found.slice(0, most).map(({ node }, i) => {
      const inside = this.page.node(node.parent ?? '')?.label;
      const where = [node.kindName, inside && `in ${inside}`].filter(Boolean).join(' ');
      const item = make('li', { id: `result-${i}` }, make('b', {}, node.label), make('span', {}, where));
      item.setAttribute('role', 'option');
      item.addEventListener('click', () => this.take(node.id));
      return item;
    });
    const rest = found.length > most ? [make('li', { className: 'more' }, `and ${found.length - most} more`)] : [];
    const none = found.length === 0 ? [make('li', { className: 'more' }, 'Nothing is called so, or says so.')] : [];
    this.list.replaceChildren(...items, ...rest, ...none);
    this.list.hidden = this.input.value.trim() === '';
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.mark();
  }

  private key(event: KeyboardEvent): void {
    const options = this.list.querySelectorAll('[role="option"]').length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = options === 0 ? -1 : (this.active + step + options) % options;
      this.mark();
    } else if (event.key === 'Enter') {
      const entry = this.found()[this.active];
      if (entry) this.take(entry.node.id);
    } else if (event.key === 'Escape') {
      this.input.value = '';
      this.update();
      this.input.blur();
    } else return;
    event.stopPropagation();
  }

  private mark(): void {
    for (const [i, item] of [...this.list.querySelectorAll('[role="option"]')].entries()) {
      item.setAttribute('aria-selected', String(i === this.active));
      if (i === this.active) item.scrollIntoView({ block: 'nearest' });
    }
    if (this.active >= 0) this.input.setAttribute('aria-activedescendant', `result-${this.active}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private take(id: string): void {
    this.hide();
    this.choose(id);
  }

  private hide(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }
}
