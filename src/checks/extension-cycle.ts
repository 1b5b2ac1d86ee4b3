import { cycles } from './cycles';
import { extensionReferences } from './extension-reference';
import { error, perCollector } from './rule';

/** Enabled extensions that need each other in a circle, so that none can start first (service/extensions, computeOrder). */
export const extensionCycle = perCollector(function* ({ path, sections, enabled }) {
  const needs = (id: string) => {
    const extension = sections.extension.components.get(id);
    return extension ? [...extensionReferences(extension)].map((reference) => reference.id) : [];
  };
  for (const cycle of cycles(new Set(enabled.ids), (id) => needs(id).filter((other) => enabled.ids.includes(other)))) {
    const way = [...cycle, cycle[0]].join(' → ');
    const message = `extensions need each other in a circle: ${way}.`;
    yield error('extension-cycle', `${path}/service/extensions`, message, 'Take one of these references out.');
  }
});
