/** A value as a collector's YAML holds it, after references are turned into text. */
export type ConfigValue = string | number | boolean | null | readonly ConfigValue[] | ConfigMap;

/** A map of a configuration. */
export interface ConfigMap {
  readonly [key: string]: ConfigValue;
}

export function isConfigMap(value: unknown): value is ConfigMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys and indices; `undefined` where any part is missing. */
export function at(value: ConfigValue | undefined, ...keys: readonly (string | number)[]): ConfigValue | undefined {
  let here: ConfigValue | undefined = value;
  for (const key of keys) {
    if (Array.isArray(here)) here = here[key as number];
    else if (isConfigMap(here)) here = Object.hasOwn(here, key) ? here[key] : undefined;
    else return undefined;
  }
  return here;
}

/** Every string inside a value, keys included, with the path that leads to it. */
export function* strings(value: ConfigValue, path: readonly (string | number)[] = []): Generator<StringAt> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* strings(item, [...path, i]);
  else if (isConfigMap(value)) for (const [key, item] of Object.entries(value)) yield* strings(item, [...path, key]);
}

export interface StringAt {
  readonly text: string;
  readonly path: readonly (string | number)[];
}
