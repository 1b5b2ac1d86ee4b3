import type { Issue } from '../model/issue';
import type { Signal } from '../model/signal';
import type { CollectorView, ComponentView, PipelineView } from '../view/view';
import { error, listed, perCollector } from './rule';

/** Where a connector stands in pipelines. */
export interface ConnectorUse {
  readonly connector: ComponentView;
  /** Pipelines that send to it. */
  readonly from: readonly PipelineView[];
  /** Pipelines that receive from it. */
  readonly to: readonly PipelineView[];
}

/** The uses of the connectors that pipelines name, in pipelines with a signal. */
export function connectorUses({ pipelines, sections }: CollectorView): readonly ConnectorUse[] {
  const uses = new Map<string, { connector: ComponentView; from: PipelineView[]; to: PipelineView[] }>();
  const use = (id: string) => {
    const connector = sections.connector.components.get(id);
    if (connector === undefined) return undefined;
    const known = uses.get(id) ?? { connector, from: [], to: [] };
    uses.set(id, known);
    return known;
  };
  for (const pipeline of pipelines) {
    if (pipeline.signal === undefined) continue;
    for (const id of new Set(pipeline.exporters.ids)) use(id)?.from.push(pipeline);
    for (const id of new Set(pipeline.receivers.ids)) use(id)?.to.push(pipeline);
  }
  return [...uses.values()];
}

/** Whether a connector turns one signal into another; true where nothing is known of it. */
export function connects({ inRelease }: ComponentView, from: Signal | undefined, to: Signal | undefined): boolean {
  return inRelease?.pairs === undefined || inRelease.pairs.some(([takes, gives]) => takes === from && gives === to);
}

/**
 * Connectors need both sides: each signal that goes in has to come out as some signal, and each that comes out has to
 * go in as some (service/internal/graph, createNodes).
 */
export const connectorUse = perCollector(function* (view) {
  if (!view.pipelinesKnown) return;
  const { receiver, exporter } = view.sections;
  for (const use of connectorUses(view)) {
    const { id } = use.connector;
    // An ambiguous id is a mistake of its own.
    if (receiver.components.has(id) || exporter.components.has(id)) continue;
    if (use.from.length === 0 || use.to.length === 0) yield oneSided(use);
    else yield* unconnected(use);
  }
});

function oneSided({ connector, from, to }: ConnectorUse): Issue {
  const [side, other] = to.length === 0 ? ['an exporter', 'receivers'] : ['a receiver', 'exporters'];
  const message = `connector "${connector.id}" is only used as ${side}, in ${names([...from, ...to])}.`;
  return error('connector-one-sided', connector.path, message, `List it under the ${other} of another pipeline.`);
}

function* unconnected({ connector, from, to }: ConnectorUse): Generator<Issue> {
  const stuck = from.filter(({ signal }) => !to.some((pipeline) => connects(connector, signal, pipeline.signal)));
  const dry = to.filter(({ signal }) => !from.some((pipeline) => connects(connector, pipeline.signal, signal)));
  const pairs = (connector.inRelease?.pairs ?? []).map(([takes, gives]) => `${takes} into ${gives}`);
  const fix = `It turns ${pairs.join(', ')}.`;
  if (stuck.length > 0) {
    const message = `connector "${connector.id}" cannot turn what ${names(stuck)} sends into what ${names(to)} receives.`;
    yield error('connector-signals', connector.path, message, fix);
  } else if (dry.length > 0) {
    const message = `connector "${connector.id}" has nothing for ${names(dry)} to receive: ${names(from)} sends to it.`;
    yield error('connector-signals', connector.path, message, fix);
  }
}

function names(pipelines: readonly PipelineView[]): string {
  return listed(pipelines.map(({ id }) => id));
}
