import { Camera } from './camera';
import { element } from './elements';
import { Follow } from './follow';
import { Page } from './page';
import { Panel } from './panel';
import { Search } from './search';
import { Walk, type Way } from './walk';

const page = new Page();
const camera = new Camera(page.stage);
const follow = new Follow(page, camera);
const panel = new Panel(page, follow, select);
const search = new Search(page, select);
const walk = new Walk(page);
const help = element<HTMLDialogElement>('help');

/** Shows a node, and what it is. */
function select(id: string): void {
  const shape = page.shape(id);
  if (shape === undefined) return;
  panel.open(id);
  camera.show(shape);
  shape.focus({ preventScroll: true });
}

page.stage.addEventListener('click', (event) => {
  if (camera.moved) return;
  const id = page.idOf(event.target);
  if (id === undefined) panel.close();
  else select(id);
});

const steps: Readonly<Record<Way, readonly [number, number]>> = {
  ArrowLeft: [80, 0],
  ArrowRight: [-80, 0],
  ArrowUp: [0, 80],
  ArrowDown: [0, -80],
};

function isWay(key: string): key is Way {
  return key in steps;
}

/** Keys on a node. */
function onNode(id: string, event: KeyboardEvent): boolean {
  if (isWay(event.key) && !event.shiftKey) {
    const next = walk.next(id, event.key);
    const shape = next === undefined ? undefined : page.shape(next);
    if (next === undefined || shape === undefined) return true;
    shape.focus({ preventScroll: true });
    camera.show(shape);
    if (panel.isOpen) panel.open(next);
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') select(id);
  else if (event.key === 'd') follow.downstream(id);
  else if (event.key === 'u') follow.upstream(id);
  else return false;
  return true;
}

/** Keys that do the same everywhere but in fields. */
const everywhere: Readonly<Record<string, () => void>> = {
  '/': () => search.focus(),
  '?': () => help.showModal(),
  '+': () => camera.zoom(1.25),
  '=': () => camera.zoom(1.25),
  '-': () => camera.zoom(0.8),
  '0': () => camera.fit(),
  Escape: () => (panel.isOpen ? panel.close() : follow.clear()),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (isField && event.key !== 'Escape') return;
  const id = page.idOf(event.target);
  if (id !== undefined && onNode(id, event)) event.preventDefault();
  else if (isWay(event.key) && (event.shiftKey || event.target === document.body)) camera.pan(...steps[event.key]);
  else if (Object.hasOwn(everywhere, event.key)) {
    event.preventDefault();
    everywhere[event.key]?.();
  }
});

element('in').addEventListener('click', () => camera.zoom(1.25));
element('out').addEventListener('click', () => camera.zoom(0.8));
element('fit').addEventListener('click', () => camera.fit());
element('ask').addEventListener('click', () => help.showModal());

const themes = ['system', 'light', 'dark'] as const;
let theme = 0;
element('theme').addEventListener('click', () => {
  theme = (theme + 1) % themes.length;
  const name = themes[theme] ?? 'system';
  if (name === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  element('theme').textContent = `Theme: ${name}`;
});

camera.open();
