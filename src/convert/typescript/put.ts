import { type ConfigValue, isConfigMap } from '../../model/config';
import type { Keys } from '../../model/keys';

/** A value with another one at a place. */
export function put(value: ConfigValue, [first, ...rest]: Keys, by: ConfigValue): ConfigValue {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (i === first ? put(item, rest, by) : item));
  const map = isConfigMap(value) ? value : {};
  return { ...map, [String(first)]: put(map[String(first)] ?? null, rest, by) };
}
