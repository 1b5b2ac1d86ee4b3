import type { Signal } from '../../../../model/signal';
import { type Question, reachOf } from '../../reach';
import type { Camera } from './camera';
import { element } from './elements';
import type { Page } from './page';

/** Shows what telemetry can reach: of a signal, of a team, from a node or to one. */
export class Follow {
  private readonly signal = element<HTMLSelectElement>('signal');
  private readonly team = document.querySelector<HTMLSelectElement>('#team');
  private from: string | undefined;
  private to: string | undefined;

  constructor(
    private readonly page: Page,
    camera: Camera,
  ) {
    for (const choice of [this.signal, this.team]) choice?.addEventListener('change', () => this.update());
    element('clear').addEventListener('click', () => this.clear());
    document.querySelector('#said button')?.addEventListener('click', () => camera.frame(this.page.lit()));
  }

  /** Whether anything in particular is shown. */
  get isOn(): boolean {
    return Object.keys(this.question()).length > 0;
  }

  downstream(id: string): void {
    [this.from, this.to] = [id, undefined];
    this.update();
  }

  upstream(id: string): void {
    [this.from, this.to] = [undefined, id];
    this.update();
  }

  clear(): void {
    this.signal.value = '';
    if (this.team) this.team.value = '';
    [this.from, this.to] = [undefined, undefined];
    this.update();
  }

  private question(): Question {
    const [signal, team] = [this.signal.value as Signal | '', this.team?.value ?? ''];
    return {
      ...(signal !== '' && { signal }),
      ...(team !== '' && { team }),
      ...(this.from !== undefined && { from: this.from }),
      ...(this.to !== undefined && { to: this.to }),
    };
  }

  private update(): void {
    const question = this.question();
    const said = element<HTMLElement>('said');
    element<HTMLElement>('clear').hidden = !this.isOn;
    if (!this.isOn) {
      this.page.light(undefined);
      said.hidden = true;
      return;
    }
    const reach = reachOf(this.page.data, question);
    this.page.light(reach);
    said.hidden = false;
    (said.querySelector('p') as HTMLElement).textContent = this.sentence(question, reach.nodes);
  }

  private sentence({ signal, team, from, to }: Question, nodes: ReadonlySet<string>): string {
    const what = `${signal ?? 'Telemetry'}${team === undefined ? '' : ` of ${team}`}`;
    const subject = what.charAt(0).toUpperCase() + what.slice(1);
    if (to !== undefined) {
      const sources = this.labels(nodes, (kind) => kind === 'receiver' || kind === 'source');
      return `${subject} comes to ${this.page.node(to)?.label} from ${sources || 'nowhere'}.`;
    }
    const ends = this.labels(nodes, (kind) => kind === 'destination' || kind === 'topic' || kind === 'bucket');
    const dropped = this.page.data.nodes.some(({ id, kind, drops }) => drops && kind === 'exporter' && nodes.has(id));
    const start = from === undefined ? '' : ` from ${this.page.node(from)?.label}`;
    return `${subject}${start} can reach ${ends || 'nothing outside'}${dropped ? ', and some is dropped' : ''}.`;
  }

  private labels(nodes: ReadonlySet<string>, wanted: (kind: string) => boolean): string {
    const labels = this.page.data.nodes.flatMap(({ id, kind, label }) =>
      nodes.has(id) && wanted(kind) ? [label] : [],
    );
    const distinct = [...new Set(labels)];
    const more = distinct.length > 8 ? ` and ${distinct.length - 8} more` : '';
    return `${distinct.slice(0, 8).join(', ')}${more}`;
  }
}
