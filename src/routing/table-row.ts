import type { Condition, Context } from '../ottl/condition';
import { lowerCondition } from '../ottl/lower';
import { printCondition } from '../ottl/print';
import type { PlannedRule } from './planned';
import type { RowContext } from './row';

/** A row of a table, ready to be written. */
export interface TableRow {
  /** The rules that it is made of; none for a row that leads to another table. */
  readonly rules: readonly PlannedRule[];
  readonly context: RowContext;
  /** Text is as a collector's configuration holds it. */
  readonly condition: Condition<Context> | string;
  readonly action: 'move' | 'copy';
  /** The id of the pipeline that it leads to. */
  readonly pipeline: string;
}

/** A row as the routing connector has it. */
export function rowConfig({ context, condition, action, pipeline }: TableRow): object {
  return { context, condition, ...(action === 'copy' && { action }), pipelines: [pipeline] };
}

/** A row's condition in OTTL. */
export function conditionText(condition: Condition<Context> | string): string {
  return typeof condition === 'string' ? condition : printCondition(lowerCondition(condition));
}
