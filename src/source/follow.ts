import { canonicalId } from '../model/component-id';
import { type ConfigValue, isConfigMap } from '../model/config';
import { inside, type Step, valueAt } from './content';
import type { Pointer } from './document';
import type { Names } from './origin';

/** How far a path leads into a value. */
export interface Followed {
  readonly pointer: Pointer;
  /** How many parts of the path led nowhere. */
  readonly missing: number;
}

/**
 * Follows the parts of a path into a value. A key may hold slashes itself, so that it takes up several parts; an entry of a
 * list is meant by its index, or by its name.
 *
 * @param names what may stand for the first part where it is called otherwise
 */
export function follow(value: ConfigValue, path: readonly string[], names: Names): Followed {
  if (path.length === 0) return { pointer: [], missing: 0 };
  let best: Followed = { pointer: [], missing: path.length };
  for (const { pointer, taken, at } of ways(value, path, names)) {
    const rest = follow(at, path.slice(taken), names);
    if (rest.missing < best.missing) best = { pointer: [...pointer, ...rest.pointer], missing: rest.missing };
    if (best.missing === 0) break;
  }
  return best;
}

interface Way {
  readonly pointer: Pointer;
  readonly taken: number;
  readonly at: ConfigValue;
}

/** Where a path may go on, the longest key first. */
function* ways(value: ConfigValue, path: readonly string[], names: Names): Generator<Way> {
  const here = inside(value);
  for (let taken = path.length; taken > 0; taken--) {
    const parts = path.slice(0, taken);
    // The collector also takes `tls::insecure` for a field of a field.
    const step = stepTo(here, parts.join('/')) ?? (taken > 1 ? stepTo(here, parts.join('::')) : undefined);
    if (step) yield { pointer: [step.key], taken, at: step.value };
  }
  for (const pointer of names[path[0] ?? ''] ?? []) {
    const at = valueAt(here, pointer);
    if (at !== undefined) yield { pointer, taken: 1, at };
  }
}

function stepTo(value: ConfigValue, name: string): Step | undefined {
  if (Array.isArray(value)) return itemOf(value, name);
  if (!isConfigMap(value)) return undefined;
  if (Object.hasOwn(value, name)) return { key: name, value: value[name] as ConfigValue };
  // Ids are compared without the spaces around their parts.
  const key = Object.keys(value).find((one) => /\s/.test(one) && canonicalId(one) === name);
  return key === undefined ? undefined : { key, value: value[key] as ConfigValue };
}

/** What the entries of lists are known by. */
const nameFields = ['name', 'key', 'alert', 'record', 'job_name'];

function itemOf(list: readonly ConfigValue[], name: string): Step | undefined {
  if (/^\d+$/.test(name) && Number(name) < list.length) {
    return { key: Number(name), value: list[Number(name)] as ConfigValue };
  }
  const key = list.findIndex((item) => isConfigMap(item) && nameFields.some((field) => item[field] === name));
  return key === -1 ? undefined : { key, value: list[key] as ConfigValue };
}
