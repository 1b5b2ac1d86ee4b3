import { type CollectorView, type ComponentView, componentIn, type PipelineView, roles } from './view';

/**
 * The receivers by which telemetry of others comes to a component: those that listen, or take from a queue. What a
 * connector makes, and what a receiver reads by itself, is the collector's own.
 */
export function receiversBefore(view: CollectorView, component: ComponentView): ComponentView[] {
  const found = new Set<ComponentView>();
  const seen = new Set<PipelineView>();
  const waiting = view.pipelines.filter((pipeline) => names(view, pipeline, component));
  for (let pipeline = waiting.pop(); pipeline; pipeline = waiting.pop()) {
    if (seen.has(pipeline)) continue;
    seen.add(pipeline);
    for (const id of pipeline.receivers.ids) {
      const source = componentIn(view, 'receivers', id);
      if (source?.kind === 'receiver' && takesFromOthers(source)) found.add(source);
      if (source?.kind === 'connector') waiting.push(...passingOn(view, source, pipeline));
    }
  }
  return [...found];
}

function names(view: CollectorView, pipeline: PipelineView, component: ComponentView): boolean {
  return roles.some((role) =>
    // A connector takes on its side of exporters; what it does with that does not depend on who receives from it.
    (component.kind === 'connector' && role === 'receivers' ? [] : pipeline[role].ids).some(
      (id) => componentIn(view, role, id) === component,
    ),
  );
}

/** The pipelines whose records a connector hands to this one as they are: those of the same signal. */
function passingOn(view: CollectorView, connector: ComponentView, to: PipelineView): PipelineView[] {
  return view.pipelines.filter(({ signal, exporters }) => signal === to.signal && exporters.ids.includes(connector.id));
}

// Consumers of queues, which listen on nothing.
const queues = new Set(['kafka', 'pulsar', 'solace', 'googlecloudpubsub', 'azure_event_hub']);

function takesFromOthers({ type, facts, inRelease }: ComponentView): boolean {
  return queues.has(facts?.type ?? type) || (inRelease?.listens.length ?? 0) > 0;
}
