import { type ComponentKind, sectionOf } from '../model/component-id';
import { kindsOf, roles } from '../view/view';
import { perCollector, warning } from './rule';

const inPipelines: readonly ComponentKind[] = ['receiver', 'processor', 'exporter', 'connector'];

/**
 * Components that no pipeline uses, and extensions that are not enabled, unless they were declared as such. The
 * collector accepts and ignores them.
 */
export const unused = perCollector(function* (view) {
  const declared = new Set(view.collector.declared);
  const used = new Set<unknown>();
  for (const pipeline of view.pipelines) {
    for (const role of roles) {
      // An id of two kinds may mean either.
      for (const id of pipeline[role].ids)
        for (const kind of kindsOf[role]) used.add(view.sections[kind].components.get(id));
    }
  }
  // Where there are no pipelines at all, that is the mistake.
  for (const kind of view.pipelinesKnown && view.pipelines.length > 0 ? inPipelines : []) {
    for (const component of view.sections[kind].components.values()) {
      if (used.has(component) || declared.has(`${sectionOf[kind]}/${component.id}`)) continue;
      const fix = `Add it to a pipeline, or remove it from "${sectionOf[kind]}".`;
      yield warning('component-unused', component.path, `no pipeline uses ${kind} "${component.id}".`, fix);
    }
  }
  for (const { id, path } of view.enabled.known ? view.sections.extension.components.values() : []) {
    if (view.enabled.ids.includes(id) || declared.has(`extensions/${id}`)) continue;
    const fix = `Add it to "service.extensions", or remove it.`;
    yield warning('extension-unused', path, `extension "${id}" is not enabled.`, fix);
  }
});
