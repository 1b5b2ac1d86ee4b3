import type { Signal } from '../model/signal';
import { type CollectorView, type ComponentView, componentIn, type PipelineView } from '../view/view';
import { makers, passing } from './connectors/table';
import type { MadeMetric } from './made';
import { effectOf, processed } from './processing';

/** The metrics that come to a component. */
export interface Arriving {
  readonly metrics: readonly MadeMetric[];
  /** What brings metrics, or changes them, in a way that is not known: the paths of the components. */
  readonly unknown: readonly string[];
}

const nothing: Arriving = { metrics: [], unknown: [] };

/** The metrics that come to an exporter, from the connectors that make them. */
export function arrivingAt(view: CollectorView, exporter: string): Arriving {
  if (!view.pipelinesKnown) return { metrics: [], unknown: [view.path] };
  return into(view, exporter, new Set());
}

/** What the pipelines of metrics bring that end at a component. */
function into(view: CollectorView, id: string, seen: Set<PipelineView>): Arriving {
  const pipelines = view.pipelines.filter(
    ({ signal, exporters }) => signal === 'metrics' && exporters.ids.includes(id),
  );
  return together(pipelines.map((pipeline) => through(view, pipeline, seen)));
}

function through(view: CollectorView, pipeline: PipelineView, seen: Set<PipelineView>): Arriving {
  if (seen.has(pipeline)) return nothing;
  seen.add(pipeline);
  const brought = together(pipeline.receivers.ids.map((id) => from(view, id, seen)));
  return pipeline.processors.ids.reduce((arriving: Arriving, id) => {
    const processor = componentIn(view, 'processors', id);
    if (processor === undefined) return arriving;
    const effect = effectOf(typeOf(processor), processor.config);
    const metrics = processed(arriving.metrics, effect);
    return { metrics, unknown: effect === 'anything' ? [...arriving.unknown, processor.path] : arriving.unknown };
  }, brought);
}

function from(view: CollectorView, id: string, seen: Set<PipelineView>): Arriving {
  const source = componentIn(view, 'receivers', id);
  if (source === undefined) return nothing;
  const type = typeOf(source);
  const makes = source.kind === 'connector' && Object.hasOwn(makers, type) ? makers[type] : undefined;
  if (makes) {
    const { collector } = view;
    return { metrics: makes({ collector, config: source.config, signals: signalsInto(view, id) }), unknown: [] };
  }
  if (source.kind === 'connector' && passing.has(type)) return into(view, id, seen);
  return { metrics: [], unknown: [source.path] };
}

function signalsInto(view: CollectorView, id: string): ReadonlySet<Signal> {
  const pipelines = view.pipelines.filter(({ exporters }) => exporters.ids.includes(id));
  return new Set(pipelines.flatMap(({ signal }) => signal ?? []));
}

function typeOf({ facts, type }: ComponentView): string {
  return facts?.type ?? type;
}

function together(all: readonly Arriving[]): Arriving {
  return { metrics: all.flatMap(({ metrics }) => metrics), unknown: all.flatMap(({ unknown }) => unknown) };
}
