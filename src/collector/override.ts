import type { Duration, Size } from 'cdk8s';
import { type Component, isComponent } from '../catalog/component';
import { isDuration, isRef, isSize, type Ref } from '../model/value';
import { type Condition, type Context, isCondition } from '../ottl/condition';
import { type Field, isField } from '../ottl/field';
import { isStatement, type OttlStatement } from '../ottl/statement';
import { isPipeline, type Pipeline } from './pipeline';

/** In an override: takes the key out, so that the component has its default there. */
export const unset: unique symbol = Symbol.for('cdk8s-mdai.unset') as never;

/**
 * Changes to a configuration `C`. Maps merge, lists and all other values replace what was there; `undefined` leaves it,
 * and `unset` takes the key out.
 */
export type Override<C> = { readonly [K in keyof C]?: Change<C[K]> | typeof unset };

type Change<V> = V extends Whole ? V : V extends object ? Override<V> : V;

/** Values that are replaced as a whole. */
type Whole =
  | readonly unknown[]
  | Ref
  | Condition<Context>
  | OttlStatement<Context>
  | Field<Context>
  | Component
  | Pipeline<string>
  | Duration
  | Size;

/** What a user changes of a component in one collector. */
export interface Overriding {
  readonly component: Component;
  readonly changes: object;
}

/** A configuration with changes, in their order. References stay what they are. */
export function overridden(config: object, changes: readonly object[]): object {
  return changes.reduce((under, over) => merged(under, over), config);
}

function merged(under: object, over: object): object {
  const out: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = Object.hasOwn(out, key) ? out[key] : undefined;
    if (value === unset) delete out[key];
    else out[key] = isMap(value) ? merged(isMap(below) ? below : {}, value) : value;
  }
  return out;
}

function isMap(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    ![isRef, isCondition, isStatement, isField, isComponent, isPipeline, isDuration, isSize].some((is) => is(value)) &&
    isPlain(value)
  );
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
