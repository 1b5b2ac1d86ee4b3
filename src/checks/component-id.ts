import { parseComponentId, sectionOf } from '../model/component-id';
import { at, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { isReference } from '../model/reference';
import { type CollectorView, pathTo, roles } from '../view/view';
import { error, perCollector } from './rule';

/** Ids that component.ID refuses, and keys under which a component's configuration would be lost. */
export const componentId = perCollector(function* (view) {
  for (const section of Object.values(sectionOf)) {
    const members = view.config[section];
    if (!isConfigMap(members)) continue;
    for (const [key, body] of Object.entries(members)) yield* definition(view, section, key, body);
  }
  yield* list(view, ['service', 'extensions']);
  const pipelines = view.service.pipelines;
  if (!isConfigMap(pipelines)) return;
  for (const id of Object.keys(pipelines)) {
    for (const role of roles) yield* list(view, ['service', 'pipelines', id, role]);
  }
});

function* definition(view: CollectorView, section: string, key: string, body: ConfigValue): Generator<Issue> {
  const path = pathTo(view, [section, key]);
  if (parseComponentId(key) === undefined) {
    yield error('component-id', path, `"${key}" is no component id.`, rules);
  } else if (key.includes('::')) {
    const message = `the collector splits "${key}" at "::" and reads another id.`;
    yield error('component-id', path, message, 'Use a single ":" or "." in the name.');
  } else if (key !== key.trim() || /\s\/|\/\s/.test(key)) {
    // The id is trimmed, but its configuration is then looked up under the trimmed id, and not found.
    if (!isConfigMap(body) || Object.keys(body).length === 0) return;
    const message = `the collector ignores the configuration of "${key}", because of the spaces.`;
    yield error('component-id', path, message, `Write "${key.replace(/\s+/g, '')}".`);
  }
}

function* list(view: CollectorView, keys: readonly string[]): Generator<Issue> {
  const entries = at(view.config, ...keys);
  if (!Array.isArray(entries)) return;
  for (const [i, entry] of entries.entries()) {
    if (isReference(entry) || (typeof entry === 'string' && parseComponentId(entry) !== undefined)) continue;
    // config-section says it of numbers, lists and maps.
    if (typeof entry !== 'string' && entry !== null) continue;
    const name = entry === null ? 'an empty entry' : `"${entry}"`;
    yield error('component-id', pathTo(view, [...keys, i]), `${name} is no component id.`, rules);
  }
}

const rules =
  'Write "type" or "type/name": a letter, then up to 62 letters, digits or "_"; a name without spaces and symbols such as "+" or "$".';
