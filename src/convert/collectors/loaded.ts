import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { merged } from '../../model/merge';

/** What stands between the keys of a way to a field (confmap). */
const delimiter = '::';

const sections = ['receivers', 'processors', 'exporters', 'connectors', 'extensions'];

/**
 * A configuration as the collector loads it: `tls::insecure` is the field `insecure` of `tls`. Ids, and the
 * section `service`, stay as they are: of those a check says it.
 */
export function loaded(config: ConfigMap): ConfigMap {
  if (!hasWays(config)) return config;
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      if (!isConfigMap(value) || !sections.includes(key)) return [key, value];
      return [key, Object.fromEntries(Object.entries(value).map(([id, body]) => [id, unfolded(body)]))];
    }),
  );
}

function hasWays(value: ConfigValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasWays);
  return Object.entries(value).some(([key, member]) => key.includes(delimiter) || hasWays(member));
}

/** Maps in place of keys such as `a::b`. */
export function unfolded(value: ConfigValue): ConfigValue {
  if (!isConfigMap(value)) return value;
  return Object.entries(value).reduce<ConfigMap>((out, [key, member]) => {
    const inner = key.split(delimiter).reduceRight<ConfigValue>((under, part) => ({ [part]: under }), unfolded(member));
    return merged(out, inner as ConfigMap);
  }, {});
}
