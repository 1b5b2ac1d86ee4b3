import type { Signal } from '../model/signal';
import {
  type CollectorView,
  type ComponentView,
  kindsOf,
  type PipelineView,
  placeOf,
  type Role,
  roles,
} from '../view/view';
import { error, listed, perCollector, placedAt } from './rule';

/** A receiver, processor or exporter in a pipeline whose signal it does not have: the collector cannot build it. */
export const signalUnsupported = perCollector(function* (view) {
  for (const pipeline of view.pipelines) {
    const { signal } = pipeline;
    if (signal === undefined) continue;
    for (const [{ kind, id, inRelease }, role] of membersOf(view, pipeline)) {
      const supported = inRelease?.signals;
      if (supported === undefined || supported.includes(signal)) continue;
      const message = `${kind} "${id}" does not support ${signal}.`;
      const issue = error('signal-unsupported', pipeline.path, message, `It supports ${signalList(supported)}.`);
      yield placedAt(issue, placeOf(pipeline, role, id));
    }
  }
});

/** The components of a pipeline, with the first list that each stands in. */
function membersOf(view: CollectorView, pipeline: PipelineView): ReadonlyMap<ComponentView, Role> {
  const seen = new Map<ComponentView, Role>();
  for (const role of roles) {
    for (const id of pipeline[role].ids) {
      const component = ownKind(view, role, id);
      if (component && !seen.has(component)) seen.set(component, role);
    }
  }
  return seen;
}

function ownKind(view: CollectorView, role: Role, id: string): ComponentView | undefined {
  const [kind] = kindsOf[role];
  return kind && view.sections[kind].components.get(id);
}

function signalList(signals: readonly Signal[]): string {
  return signals.length === 0 ? 'no signal' : listed(signals).replaceAll('"', '');
}
