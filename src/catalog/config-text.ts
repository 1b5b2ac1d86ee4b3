import { partsToConfig, type Value } from '../model/value';

/** Text that means itself in the collector's configuration, where a `$` is written twice. Other values stay as they are. */
export function configText<T extends Value<string | number | boolean>>(value: T): T | string {
  return typeof value === 'string' ? partsToConfig([value]) : value;
}
