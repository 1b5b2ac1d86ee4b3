import { findComponent } from '../catalog/catalog';
import { type ComponentKind, parseComponentId, type Section, sectionOf } from '../model/component-id';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import type { Release } from '../model/release';
import { type CollectorView, pathTo } from '../view/view';
import { belongsInto } from './outdented';
import { error, perCollector, placedAt } from './rule';
import { serviceShape } from './service-shape';
import { type Misfit, misfits, type Shape } from './shape';

/**
 * Parts of a configuration that the collector does not know or that have the wrong shape, outside of components:
 * otelcol/unmarshaler.go refuses every key but these six.
 */
export const configSection = perCollector(function* (view) {
  const { config, release } = view.collector;
  const found = [...misfits(config, configShape(release), []), ...bodies(view), ...splitKeys(config, [])];
  for (const { keys, problem, fix } of found) {
    const into = belongsInto(keys, at(config, ...keys));
    if (into !== undefined) {
      const message = `${place(keys)} stands too far out: it belongs into ${into}.`;
      yield placedAt(error('yaml-indent', pathTo(view, keys), message, 'Indent it, and what is below it.'), keys);
      continue;
    }
    yield placedAt(error('config-section', pathTo(view, keys), `${place(keys)} ${problem}.`, fix), keys);
  }
});

function place(keys: Keys): string {
  const last = keys[keys.length - 1];
  if (last === undefined) return 'the configuration';
  return typeof last === 'number' ? `entry ${last + 1} of ${place(keys.slice(0, -1))}` : `"${last}"`;
}

function configShape(release: Release): Shape {
  const sections = Object.values(sectionOf).map((section) => [section, 'map'] as const);
  return { fields: { ...Object.fromEntries(sections), service: serviceShape(release) } };
}

/** Components of types that the catalogue does not describe; the others are held against their schemas. */
function* bodies({ config }: CollectorView): Generator<Misfit> {
  for (const [kind, section] of Object.entries(sectionOf) as [ComponentKind, Section][]) {
    const members = config[section];
    if (!isConfigMap(members)) continue;
    for (const [key, body] of Object.entries(members)) {
      const type = parseComponentId(key)?.type;
      if (type !== undefined && findComponent(kind, type)) continue;
      yield* misfits(body, 'map', [section, key]);
    }
  }
}

// The collector joins and splits keys by it (confmap's KeyDelimiter). Ids have a rule of their own.
const delimiter = '::';

function* splitKeys(config: ConfigMap, keys: readonly string[]): Generator<Misfit> {
  if (!isConfigMap(config)) return;
  for (const [key, value] of Object.entries(config)) {
    const here = [...keys, key];
    if (key.includes(delimiter) && !isId(here)) {
      const problem = `is split at "::", so that the collector reads "${key.split(delimiter).join('/')}"`;
      yield { keys: here, problem, fix: 'Write maps inside each other, or a name without "::".' };
    }
    if (isConfigMap(value)) yield* splitKeys(value, here);
  }
}

const sections: readonly string[] = Object.values(sectionOf);

function isId(keys: readonly string[]): boolean {
  const [first = '', second] = keys;
  if (keys.length === 2) return sections.includes(first);
  return keys.length === 3 && first === 'service' && second === 'pipelines';
}
