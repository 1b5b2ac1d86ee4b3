import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';

/** A scalar as text; empty for anything else. */
export function text(value: ConfigValue | undefined): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

export function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}

export function map(value: ConfigValue | undefined): ConfigMap {
  return isConfigMap(value) ? value : {};
}

/** The texts of a map. */
export function texts(value: ConfigValue): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map(value)).map(([key, item]) => [key, text(item)]));
}

/** A number; nothing for what is none. */
export function number(value: ConfigValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The maps of a list. */
export function maps(value: ConfigValue | undefined): readonly ConfigMap[] {
  return list(value).filter(isConfigMap);
}
