import type { ConfigValue } from '../model/config';
import { isScalar, type Step, stepsIn } from './content';
import type { EntryPart, Pointer } from './document';

/** Where a name stands. */
export interface Named {
  readonly pointer: Pointer;
  /** Whether it is a key, or a text. */
  readonly part: EntryPart;
}

/** How deep below its place a name is looked for: a pipeline has lists, and those have ids. */
const deepest = 2;

/**
 * Where something stands below a place that a message names between quotes, as a key or as a text; of several names the
 * first. Nothing where none of them is there.
 */
export function namedIn(value: ConfigValue, message: string): Named | undefined {
  for (const [, name = ''] of message.matchAll(/"([^"]+)"/g)) {
    const found = find(value, name, message, deepest);
    if (found) return found;
  }
  return undefined;
}

function find(value: ConfigValue, name: string, message: string, depth: number): Named | undefined {
  if (depth === 0) return undefined;
  const steps = stepsIn(value);
  const here = steps.find((step) => step.key === name || isText(step, name));
  if (here) return { pointer: [here.key], part: here.key === name && !isSaid(here.value, message) ? 'key' : 'value' };
  for (const { key, value: inner } of steps) {
    const found = isScalar(inner) ? undefined : find(inner, name, message, depth - 1);
    if (found) return { ...found, pointer: [key, ...found.pointer] };
  }
  return undefined;
}

function isText({ value }: Step, name: string): boolean {
  return isScalar(value) && String(value) === name;
}

/** Whether a message says a value, between spaces or quotes. */
export function isSaid(value: ConfigValue, message: string): boolean {
  if (!isScalar(value) || value === null || value === '') return false;
  return ` ${message} `.replace(/["',:;.]/g, ' ').includes(` ${String(value).replace(/["',:;.]/g, ' ')} `);
}
