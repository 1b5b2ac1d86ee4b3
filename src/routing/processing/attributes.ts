import type { Processor } from '../../catalog/component';
import { configText } from '../../catalog/config-text';
import { MdaiError } from '../../model/issue';
import type { Value } from '../../model/value';
import { type AttributedSignal, type AttributesOptions, acting, type Matching } from './attributes-of';

/**
 * Deletes attributes: an `attributes` processor, or a `resource` processor for those of resources.
 *
 * @param name the processor's name
 * @param what keys, or a regular expression for them
 * @throws MdaiError for no key
 */
export function deleteAttributes(
  name: string,
  what: readonly string[] | Matching,
  options: AttributesOptions = {},
): Processor<AttributedSignal> {
  const actions =
    'matching' in what
      ? [{ action: 'delete', pattern: configText(what.matching) } as const]
      : what.map((key) => ({ action: 'delete', key: configText(key) }) as const);
  return acting(name, options, actions);
}

/**
 * Gives attributes other keys, and leaves their values as they are: an `attributes` processor, or a `resource` processor
 * for those of resources. An attribute that has the new key already is replaced where the old one exists.
 *
 * @param name the processor's name
 * @param keys the new key by the old one
 * @throws MdaiError for no key, and for a key that is old and new, or new twice
 */
export function renameAttributes(
  name: string,
  keys: Readonly<Record<string, string>>,
  options: AttributesOptions = {},
): Processor<AttributedSignal> {
  const seen = new Set(Object.keys(keys));
  for (const key of Object.values(keys)) {
    if (seen.has(key)) {
      throw new MdaiError(
        `The processor "${name}" has "${key}" twice among its keys. Rename in two processors instead.`,
      );
    }
    seen.add(key);
  }
  const actions = Object.entries(keys).flatMap(
    ([from, to]) =>
      [
        { action: 'upsert', key: configText(to), from_attribute: configText(from) },
        { action: 'delete', key: configText(from) },
      ] as const,
  );
  return acting(name, options, actions);
}

/** How attributes are set. */
export interface SetAttributesOptions extends AttributesOptions {
  /**
   * What happens to an attribute that is there already.
   * @default 'replace'
   */
  readonly existing?: 'replace' | 'keep';
}

/**
 * Sets attributes to fixed values: an `attributes` processor, or a `resource` processor for those of resources.
 *
 * @param name the processor's name
 * @param values the values by key
 * @throws MdaiError for no value
 */
export function setAttributes(
  name: string,
  values: Readonly<Record<string, Value<string | number | boolean>>>,
  { existing = 'replace', ...options }: SetAttributesOptions = {},
): Processor<AttributedSignal> {
  const action = existing === 'replace' ? 'upsert' : 'insert';
  const actions = Object.entries(values).map(([key, value]) => ({
    action,
    key: configText(key),
    value: configText(value),
  })) as readonly { action: 'upsert' | 'insert'; key: string; value: Value<string | number | boolean> }[];
  return acting(name, options, actions);
}
