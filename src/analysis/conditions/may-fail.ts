import type { BooleanExpression } from '../../ottl/ast';
import { type Answer, type ConditionOptions, Conditions } from './conditions';

/** Whether a condition is an error for some record. NaN has no text, so that `IsMatch` of an attribute can be one. */
export function mayFail(tree: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([tree], options).mayFail(tree);
}

/** Whether `a or b` holds for the same records as the two apart: an error in `a` would keep `b` from being asked. */
export function joinable(a: BooleanExpression, b: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([a, b], options).joinable(a, b);
}
