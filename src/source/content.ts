import { type ConfigValue, isConfigMap } from '../model/config';
import type { Pointer } from './document';
import { parsed } from './parsed';

/** A step into a value: its key or index, and what is there. */
export interface Step {
  readonly key: string | number;
  readonly value: ConfigValue;
}

// Issues come file by file, and ask about the same few texts again and again.
const kept = 8;
const texts = new Map<string, ConfigValue>();

/** What a value is made of: a text that is YAML itself is what it says. */
export function inside(value: ConfigValue): ConfigValue {
  if (typeof value !== 'string' || !value.includes(':')) return value;
  let said = texts.get(value);
  if (said === undefined) {
    said = parsed(value) ?? null;
    if (texts.size >= kept) texts.delete([...texts.keys()][0] ?? '');
    texts.set(value, said);
  }
  return typeof said === 'object' && said !== null ? said : value;
}

/** What stands at a pointer; nothing where there is no such thing. */
export function valueAt(root: ConfigValue, pointer: Pointer): ConfigValue | undefined {
  let here: ConfigValue | undefined = root;
  for (const key of pointer) {
    if (here === undefined) return undefined;
    here = member(here, key);
  }
  return here;
}

function member(value: ConfigValue, key: string | number): ConfigValue | undefined {
  const here = inside(value);
  if (Array.isArray(here)) return here[Number(key)];
  return isConfigMap(here) && Object.hasOwn(here, key) ? here[key] : undefined;
}

/** Whether a value has no members. */
export function isScalar(value: ConfigValue | undefined): boolean {
  return typeof value !== 'object' || value === null;
}
