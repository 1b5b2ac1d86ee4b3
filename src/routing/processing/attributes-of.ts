import type { Processor } from '../../catalog/component';
import type { AttributeAction } from '../../catalog/special/attribute-action';
import { MdaiError } from '../../model/issue';
import { processors } from '../../presets/preset';

/** The signals that attributes can be changed in. */
export type AttributedSignal = 'traces' | 'metrics' | 'logs';

/** Whose attributes change. */
export interface AttributesOptions {
  /**
   * Those of the records (spans, data points and log records), or those of the resources that they come from. The
   * attributes of scopes and span events stay as they are.
   * @default 'records'
   */
  readonly of?: 'records' | 'resources';
}

/** Attributes by a regular expression that their keys match somewhere (RE2, not anchored: write `^…$` for the whole). */
export interface Matching {
  readonly matching: string;
}

/**
 * A processor that takes these actions on attributes, one after the other.
 *
 * @throws MdaiError for no action
 */
export function acting(
  name: string,
  { of = 'records' }: AttributesOptions,
  actions: readonly AttributeAction[],
): Processor<AttributedSignal> {
  assertSome(name, actions);
  return of === 'records'
    ? processors.attributes(name, { actions })
    : processors.resource(name, { attributes: actions });
}

/**
 * Refuses an empty list, which would change nothing, or everything.
 *
 * @throws MdaiError
 */
export function assertSome(name: string, list: readonly unknown[]): void {
  if (list.length === 0) throw new MdaiError(`The processor "${name}" names no attribute. Name at least one.`);
}
