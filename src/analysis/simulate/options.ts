import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { Unsupported } from '../../ottl/evaluate/value';
import type { ErrorMode } from './ottl';

/** A field as text: numbers and flags as they are written; `undefined` where it is absent or null. */
export function textOf(config: ConfigMap, key: string): string | undefined {
  const value = config[key];
  return value === undefined || value === null ? undefined : asText(value, key);
}

export function asText(value: ConfigValue, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Unsupported(`${where} is no text`);
}

/** A field as a number: text that is one counts, too. */
export function numberOf(config: ConfigMap, key: string): number | undefined {
  const value = config[key];
  if (value === undefined || value === null) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && !Number.isNaN(number)) return number;
  throw new Unsupported(`${key} is no number`);
}

/** A field as a flag: the texts that Go's `strconv.ParseBool` knows count, too. */
export function flagOf(config: ConfigMap, key: string, otherwise: boolean): boolean {
  const value = config[key];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(String(value))) return true;
  if (['', '0', 'f', 'F', 'false', 'FALSE', 'False'].includes(String(value))) return false;
  throw new Unsupported(`${key} is neither true nor false`);
}

/** The items of a list; a single value is a list of one, as the collector reads it. */
export function listOf(config: ConfigMap, key: string): readonly ConfigValue[] {
  const value = config[key];
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

export function textsOf(config: ConfigMap, key: string): string[] {
  return listOf(config, key).map((item) => asText(item, key));
}

export function mapOf(config: ConfigMap, key: string): ConfigMap | undefined {
  const value = config[key];
  return isConfigMap(value) ? value : undefined;
}

/** The maps of a list. */
export function mapsOf(config: ConfigMap, key: string): ConfigMap[] {
  return listOf(config, key).map((item) => {
    if (isConfigMap(item)) return item;
    throw new Unsupported(`an entry of ${key} is no map`);
  });
}

const errorModes: readonly string[] = ['propagate', 'ignore', 'silent'];

export function errorModeOf(config: ConfigMap, otherwise: ErrorMode): ErrorMode {
  const mode = (textOf(config, 'error_mode') ?? '').toLowerCase();
  if (mode === '') return otherwise;
  if (errorModes.includes(mode)) return mode as ErrorMode;
  throw new Unsupported(`error_mode is "${mode}"; it is one of ${errorModes.join(', ')}`);
}
