import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';

/** The text at a place; empty where there is none. */
export function textAt(value: ConfigValue | undefined, ...keys: readonly (string | number)[]): string {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : '';
}

/** The entries at a place; none where there is no list. */
export function listAt(value: ConfigValue | undefined, ...keys: readonly (string | number)[]): readonly ConfigValue[] {
  const found = at(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The map at a place; empty where there is none. */
export function mapAt(value: ConfigValue | undefined, ...keys: readonly (string | number)[]): ConfigMap {
  const found = at(value, ...keys);
  return isConfigMap(found) ? found : {};
}
