import { at, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { isAtLeast } from '../model/release';
import { pathTo } from '../view/view';
import { perCollector, placedAt, warning } from './rule';

/** What resources have, and records have not (the semantic conventions of OpenTelemetry). */
const ofResources = /^(service|k8s|host|container|cloud|deployment|os|process|telemetry)\./;

/**
 * Before 0.159.0, the count connector looks for attributes in records alone, and counts none that lacks one
 * (countconnector, counter.go).
 */
export const countAttribute = perCollector(function* (view): Generator<Issue> {
  const { release } = view.collector;
  if (isAtLeast(release, '0.159.0')) return;
  for (const { type, id, config } of view.sections.connector.components.values()) {
    if (type !== 'count' || !isConfigMap(config)) continue;
    for (const [signal, metrics] of Object.entries(config)) {
      if (!isConfigMap(metrics)) continue;
      for (const [name, metric] of Object.entries(metrics)) {
        const attributes = at(metric, 'attributes');
        if (!Array.isArray(attributes)) continue;
        for (const [i, attribute] of attributes.entries()) {
          const key = at(attribute, 'key');
          if (typeof key !== 'string' || !ofResources.test(key) || at(attribute, 'default_value') !== undefined)
            continue;
          const keys = ['connectors', id, signal, name, 'attributes', i];
          const message = `release ${release} looks for "${key}" in the records alone, and counts nothing that lacks it; it is an attribute of resources.`;
          const fix =
            'Leave the attribute out, since counts keep their resource, or set it on the records with a transform processor before.';
          yield placedAt(warning('count-attribute', pathTo(view, keys), message, fix), [...keys, 'key']);
        }
      }
    }
  }
});
