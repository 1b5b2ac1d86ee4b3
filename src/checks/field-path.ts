import type { FieldPath } from '../catalog/facts';
import { type ConfigValue, isConfigMap } from '../model/config';

export interface Found {
  readonly keys: readonly string[];
  readonly value: ConfigValue;
}

/** The values at a path of the catalogue, in which `*` stands for any key or index. Nothing that is switched off by `enabled: false`. */
export function* valuesAt(
  value: ConfigValue | undefined,
  path: FieldPath,
  keys: readonly string[] = [],
): Generator<Found> {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (value !== undefined) yield { keys, value };
    return;
  }
  if (!Array.isArray(value) && !isConfigMap(value)) return;
  if (isConfigMap(value) && value.enabled === false) return;
  const members = Object.entries(value) as [string, ConfigValue][];
  for (const [name, member] of members) {
    if (key === '*' || key === name) yield* valuesAt(member, rest, [...keys, name]);
  }
}
