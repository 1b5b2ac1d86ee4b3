import type { EdgeKind, Graph } from '../graph';
import { faces } from './card';
import { widthOf } from './text';

/** What the lines of each kind mean, to those who see them first. */
export const lineNames: Readonly<Partial<Record<EdgeKind, string>>> = {
  scrape: 'metrics that a Prometheus reads',
  own: 'what collectors say of themselves',
  alert: 'alerts',
  control: 'what the hub does',
  variable: 'variables that collectors read',
  uses: 'extensions in use',
};

export interface Legend {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const rowHeight = 22;

/**
 * What colours and lines mean, under a drawing: of those that are in it.
 *
 * @param top where it begins
 * @param most how wide it may be before it goes on in another row
 */
export function legendOf({ nodes, edges }: Graph, top: number, most: number): Legend {
  const parts: string[] = [];
  let [x, y, width] = [left, top + 14, 0];
  const say = (names: string, label: string) => {
    const room = 34 + Math.ceil(widthOf(label, faces.about));
    if (x > left && x + room > most) [x, y] = [left, y + rowHeight];
    parts.push(line(names, x, y), `<text class="t-about" x="${x + 34}" y="${y + 4}">${label}</text>`);
    width = Math.max(width, x + room + left);
    x += room + 22;
  };
  for (const signal of ['logs', 'traces', 'metrics', 'profiles'] as const) {
    const isDrawn = nodes.some(({ kind, signals }) => kind === 'pipeline' && signals.includes(signal));
    if (isDrawn) say(`telemetry ${signal}`, signal);
  }
  if (edges.some(({ action }) => action === 'drop')) say('telemetry dropped', 'dropped');
  for (const [kind, name] of Object.entries(lineNames)) {
    const colour = kind === 'scrape' || kind === 'own' ? ' metrics' : '';
    if (edges.some((edge) => edge.kind === kind)) say(kind + colour, name);
  }
  return { text: `<g class="legend">${parts.join('')}</g>\n`, width, height: y - top + 26 };
}

const left = 24;

function line(names: string, x: number, y: number): string {
  const head = `M${x + 28} ${y}l-7 -3.500v7Z`;
  return `<g class="line ${names}"><path class="run" d="M${x} ${y}h22"/><path class="head" d="${head}"/></g>`;
}
