import { type ConfigValue, isConfigMap } from '../../../model/config';
import { array, type Code, object, plain, string } from '../code';

/** A text; nothing for another value. */
export function textOf(value: ConfigValue | undefined): Code | undefined {
  return typeof value === 'string' ? string(value) : undefined;
}

/** A number; nothing for another value. */
export function numberOf(value: ConfigValue | undefined): Code | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? plain(String(value)) : undefined;
}

/** A flag; nothing for another value. */
export function flagOf(value: ConfigValue | undefined): Code | undefined {
  return typeof value === 'boolean' ? plain(String(value)) : undefined;
}

/** A list of texts; nothing for another value. */
export function textsOf(value: ConfigValue | undefined): Code | undefined {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return undefined;
  return array(value.map((item) => string(String(item))));
}

/** A map of lists of texts, such as the parameters of a URL; nothing for another value. */
export function listsOf(value: ConfigValue | undefined): Code | undefined {
  if (!isConfigMap(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, textsOf(item)] as const);
  return entries.every(([, code]) => code !== undefined) ? object(entries) : undefined;
}
