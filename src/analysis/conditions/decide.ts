import type { BooleanExpression } from '../../ottl/ast';
import { type Answer, type ConditionOptions, Conditions } from './conditions';

// Who asks about many conditions asks one `Conditions` of them all, which prepares itself once.

/** Whether there is a record for which a condition holds. */
export function satisfiable(tree: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([tree], options).satisfiable(tree);
}

/** Whether a condition holds for every record. */
export function always(tree: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([tree], options).always(tree);
}

/** Whether `b` holds for every record for which `a` does. */
export function implies(a: BooleanExpression, b: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([a, b], options).implies(a, b);
}

/** Whether there is no record for which both hold. */
export function disjoint(a: BooleanExpression, b: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([a, b], options).disjoint(a, b);
}

/** Whether both hold for the same records. */
export function equivalent(a: BooleanExpression, b: BooleanExpression, options?: ConditionOptions): Answer {
  return new Conditions([a, b], options).equivalent(a, b);
}

/** Whether one of the others holds for every record for which the first does. */
export function coveredBy(
  tree: BooleanExpression,
  others: readonly BooleanExpression[],
  options?: ConditionOptions,
): Answer {
  return new Conditions([tree, ...others], options).coveredBy(tree, others);
}
