import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { isReference } from '../model/reference';
import { isAtLeast } from '../model/release';
import { error, perCollector, placedAtKey } from './rule';
import { resourceFieldsSince } from './service-shape';
import { type Fields, misfits } from './shape';

/** The fields of a resource in otelconf's notation; every other key is an attribute in the older one. */
const fields: Fields = {
  attributes: { list: { fields: { name: 'text', value: 'any', type: { fields: {} } } } },
  attributes_list: 'text',
  detectors: { fields: { attributes: { fields: { included: 'texts', excluded: 'texts' } } } },
  schema_url: 'text',
  'detection/development': 'map',
};

/**
 * The resource of the collector's own telemetry: a list of attributes, or a map of them, not both
 * (otelconftelemetry's ResourceConfigV030). Older releases have the map alone, which config-section checks.
 */
export const telemetryResource = perCollector(function* ({ path, service, collector }) {
  const resource = at(service, 'telemetry', 'resource');
  if (!isConfigMap(resource) || !isAtLeast(collector.release, resourceFieldsSince)) return;
  const here = `${path}/service/telemetry/resource`;
  if (resource.attributes_list != null && !isReference(resource.attributes_list)) {
    const fix = 'Write attributes: [{ name: …, value: … }].';
    yield error('telemetry-resource', `${here}/attributes_list`, '"attributes_list" is not supported.', fix);
  }
  yield* misplacedFields(resource, here);
  yield* mixed(resource, here);
});

function* misplacedFields(resource: ConfigMap, here: string): Generator<Issue> {
  for (const [key, shape] of Object.entries(fields)) {
    for (const { keys, problem, fix } of misfits(resource[key], shape, [key])) {
      yield error('telemetry-resource', [here, ...keys].join('/'), `"${keys[keys.length - 1]}" ${problem}.`, fix);
    }
  }
}

function* mixed(resource: ConfigMap, here: string): Generator<Issue> {
  const inline = Object.entries(resource).filter(([key]) => !Object.hasOwn(fields, key));
  for (const [key, value] of inline) {
    if (isTextOrNull(value)) continue;
    const message = `the attribute "${key}" is neither a text nor null.`;
    yield error('telemetry-resource', `${here}/${key}`, message, `Quote it: ${key}: ${JSON.stringify(String(value))}.`);
  }
  const { attributes } = resource;
  if (Array.isArray(attributes) && attributes.length > 0 && inline.length > 0) {
    const message = `"attributes" cannot stand beside attributes written as "name: value", such as "${inline[0]?.[0]}".`;
    const issue = error('telemetry-resource', here, message, 'Move them all into "attributes".');
    yield placedAtKey(issue, ['service', 'telemetry', 'resource', 'attributes']);
  }
}

function isTextOrNull(value: ConfigValue): boolean {
  return value === null || typeof value === 'string';
}
