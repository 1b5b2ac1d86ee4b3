import { type ConfigValue, isConfigMap } from '../../../model/config';
import type { Code } from '../code';
import { Unfit } from '../unfit';
import { literal } from '../value';

/** A map of texts, such as labels; `undefined` for an empty one, and for none. @throws Unfit for another value */
export function texts(value: ConfigValue | undefined): Code | undefined {
  if (value === undefined) return undefined;
  if (!isConfigMap(value) || Object.values(value).some((text) => typeof text !== 'string')) {
    throw new Unfit('labels or annotations are no map of texts');
  }
  return Object.keys(value).length === 0 ? undefined : literal(value);
}
