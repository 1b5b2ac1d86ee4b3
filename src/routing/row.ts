import { contextOf } from '../analysis/conditions/contexts';
import type { BooleanExpression } from '../ottl/ast';
import type { Context } from '../ottl/condition';
import { lowerCondition } from '../ottl/lower';
import { walk } from '../ottl/walk';
import type { RoutedSignal } from './contexts';
import type { PlannedRule } from './planned';
import type { When } from './rule';

/** What a row of a routing table is evaluated on. */
export type RowContext = 'request' | 'otelcol' | 'resource' | 'log' | 'span' | 'metric' | 'datapoint';

/** Rules on their way to becoming one row. */
export interface Row {
  /** More than one where they share the row. */
  readonly rules: readonly PlannedRule[];
  readonly when: When<Context>;
  readonly tree: BooleanExpression;
  readonly context: RowContext;
}

const always: BooleanExpression = { kind: 'constant', value: true };

const recordContexts = { logs: 'log', traces: 'span', metrics: 'metric' } as const satisfies Record<
  RoutedSignal,
  RowContext
>;

export function rowOf(rule: PlannedRule, signal: RoutedSignal): Row {
  return makeRow([rule], rule.when, signal);
}

export function makeRow(rules: readonly PlannedRule[], when: When<Context>, signal: RoutedSignal): Row {
  const tree = when === 'always' ? always : lowerCondition(when);
  return { rules, when, tree, context: rowContext(tree, signal) };
}

/** The least context that sees all that a condition asks about; a table has none for scopes. */
function rowContext(tree: BooleanExpression, signal: RoutedSignal): RowContext {
  // What a variable asks about is not known here, and the innermost context sees all that contains it.
  if (isOpaque(tree)) return signal === 'metrics' ? 'datapoint' : recordContexts[signal];
  const least = contextOf(tree);
  return least === undefined || least === 'scope' || least === 'spanevent' ? recordContexts[signal] : least;
}

function isOpaque(tree: BooleanExpression): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.kind === 'opaque') found = true;
  });
  return found;
}
