import { type ComponentKind, sectionOf } from '../model/component-id';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { type CollectorView, kinds, kindsOf, type PipelineView, placeOf, type Role, roles } from '../view/view';
import { error, perCollector, placedAt } from './rule';

/** A component that a pipeline names and nothing defines (otelcol/config.go). */
export const componentUndefined = perCollector(function* (view) {
  for (const pipeline of view.pipelines) for (const role of roles) yield* undefinedIn(view, pipeline, role);
});

function* undefinedIn(view: CollectorView, pipeline: PipelineView, role: Role): Generator<Issue> {
  const [own, ...others] = kindsOf[role];
  if (own === undefined || !kindsOf[role].every((kind) => view.sections[kind].known)) return;
  // An empty section is a mistake of its own, and then every name would be one more.
  const required = own !== 'processor' && view.sections[own].length === 0;
  for (const id of new Set(pipeline[role].ids)) {
    if (required || kindsOf[role].some((kind) => view.sections[kind].components.has(id))) continue;
    const known = [own, ...others].flatMap((kind) => [...view.sections[kind].components.keys()]);
    const fix = misplaced(view, id) ?? didYouMean(id, known, `Define it under "${sectionOf[own]}".`);
    const issue = error('component-undefined', pipeline.path, `${own} "${id}" is not defined.`, fix);
    yield placedAt(issue, placeOf(pipeline, role, id));
  }
}

function misplaced(view: CollectorView, id: string): string | undefined {
  const kind = kinds.find((candidate) => view.sections[candidate].components.has(id));
  return kind && `There is ${article(kind)} "${id}". ${place[kind]}`;
}

function article(kind: ComponentKind): string {
  return kind === 'exporter' || kind === 'extension' ? `an ${kind}` : `a ${kind}`;
}

const place: Readonly<Record<ComponentKind, string>> = {
  receiver: 'List it under "receivers".',
  processor: 'List it under "processors".',
  exporter: 'List it under "exporters".',
  connector: 'List it under "receivers" or "exporters".',
  extension: 'List it under "service.extensions", not in a pipeline.',
};
