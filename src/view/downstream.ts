import { type CollectorView, type ComponentView, componentIn, type PipelineView } from './view';

/** The exporters that get what a receiver takes, as it is: through pipelines, and connectors that pass it on. */
export function exportersBehind(view: CollectorView, receiver: ComponentView): ComponentView[] {
  const found = new Set<ComponentView>();
  const seen = new Set<PipelineView>();
  const waiting = view.pipelines.filter(({ receivers }) => receivers.ids.includes(receiver.id));
  for (let pipeline = waiting.pop(); pipeline; pipeline = waiting.pop()) {
    if (seen.has(pipeline)) continue;
    seen.add(pipeline);
    const { signal } = pipeline;
    for (const id of pipeline.exporters.ids) {
      const target = componentIn(view, 'exporters', id);
      if (target?.kind === 'exporter') found.add(target);
      if (target?.kind !== 'connector') continue;
      waiting.push(
        ...view.pipelines.filter((next) => next.signal === signal && next.receivers.ids.includes(target.id)),
      );
    }
  }
  return [...found];
}
