import { didYouMean } from '../model/nearest';
import { error, perCollector, placedAt } from './rule';

/** An entry of `service.extensions` that is not among the extensions (otelcol/config.go). */
export const extensionUndefined = perCollector(function* ({ path, sections, enabled }) {
  const { known, components } = sections.extension;
  if (!known) return;
  for (const id of new Set(enabled.ids)) {
    if (components.has(id)) continue;
    const message = `extension "${id}" is not defined.`;
    const fix = didYouMean(id, components.keys(), `Define it under "extensions".`);
    const issue = error('extension-undefined', `${path}/service/extensions`, message, fix);
    yield placedAt(issue, ['service', 'extensions', enabled.places[enabled.ids.indexOf(id)] ?? 0]);
  }
});
