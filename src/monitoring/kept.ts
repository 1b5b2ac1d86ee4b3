import type { CollectorModel } from '../model/collector';
import type { Signal } from '../model/signal';
import { type CollectorView, type ComponentView, componentIn, type PipelineView, viewOf } from '../view/view';
import { countsWhatItSends } from './flows';
import { servedId } from './served-id';

/** Receivers and exporters of a signal between which every record is to arrive. */
export interface Kept {
  readonly signal: Signal;
  /** How many exporters each record of a receiver is to reach; receivers and exporters as labels have them. */
  readonly copies: Readonly<Record<string, number>>;
  readonly exporters: readonly string[];
}

/** Processors that give out as many records as they take, by newest type; `true` for every signal. */
const keepers: Readonly<Record<string, true | readonly Signal[]>> = {
  attributes: true,
  batch: true,
  geoip: true,
  groupbyattrs: true,
  k8s_attributes: true,
  memory_limiter: true,
  redaction: true,
  resource: true,
  resource_detection: true,
  schema: true,
  span: true,
  // On metrics it can add points and merge them.
  transform: ['traces', 'logs'],
};

/** Exporters that say "sent" before the record has left. */
const forwarders: ReadonlySet<string> = new Set(['load_balancing']);

/**
 * The parts of a collector that neither drop, sample, merge nor route: what goes in is to come out. A receiver that also
 * feeds a pipeline which does is no part of any.
 */
export function keptFlows(collector: CollectorModel): Kept[] {
  const view = viewOf(collector);
  if (!view.pipelinesKnown) return [];
  const groups: PipelineView[][] = [];
  for (const pipeline of view.pipelines) {
    const joined = groups.filter((group) => group.some((other) => sharesEnds(pipeline, other)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), pipeline]);
  }
  return groups.flatMap((group) => {
    const [{ signal } = {}] = group;
    const keepsAll = group.every((pipeline) => pipelineKeeps(pipeline, (role, id) => componentIn(view, role, id)));
    return signal !== undefined && keepsAll ? [kept(view, signal, group)] : [];
  });
}

function sharesEnds(a: PipelineView, b: PipelineView): boolean {
  if (a.signal !== b.signal) return false;
  return (['receivers', 'exporters'] as const).some((role) => a[role].ids.some((id) => b[role].ids.includes(id)));
}

function pipelineKeeps(
  { signal, receivers, processors, exporters }: PipelineView,
  find: (role: 'receivers' | 'processors' | 'exporters', id: string) => ComponentView | undefined,
): boolean {
  return (
    receivers.ids.every((id) => find('receivers', id)?.kind === 'receiver') &&
    processors.ids.every((id) => keeps(find('processors', id), signal)) &&
    exporters.ids.length > 0 &&
    exporters.ids.every((id) => tells(find('exporters', id)))
  );
}

function keeps(processor: ComponentView | undefined, signal: Signal | undefined): boolean {
  const known = processor?.facts && keepers[processor.facts.type];
  return known === true || (signal !== undefined && known?.includes(signal) === true);
}

function tells(exporter: ComponentView | undefined): boolean {
  return exporter?.facts !== undefined && countsWhatItSends(exporter) && !forwarders.has(exporter.facts.type);
}

function kept(view: CollectorView, signal: Signal, group: readonly PipelineView[]): Kept {
  const label = (role: 'receivers' | 'exporters', id: string) => {
    const component = componentIn(view, role, id);
    return component ? servedId(view.collector.release, component) : id;
  };
  const copies: Record<string, number> = {};
  for (const { receivers, exporters } of group) {
    for (const id of receivers.ids) {
      const from = label('receivers', id);
      copies[from] = (copies[from] ?? 0) + exporters.ids.length;
    }
  }
  const sorted = Object.fromEntries(Object.entries(copies).sort(([a], [b]) => (a < b ? -1 : 1)));
  const to = group.flatMap(({ exporters }) => exporters.ids.map((id) => label('exporters', id)));
  return { signal, copies: sorted, exporters: [...new Set(to)].sort() };
}
