import { Condition, type Context } from '../ottl/condition';
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

const certainly = new Condition<never>({ kind: 'written', tree: { kind: 'constant', value: true }, refs: [] });

/**
 * Rows that a table takes all of: it skips one whose text it has seen before, though the one before only copied. What is
 * always true as well makes another text of it.
 */
export function distinct(rows: readonly TableRow[]): TableRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    let { condition } = row;
    while (seen.has(keyOf(row.context, condition))) {
      condition = typeof condition === 'string' ? `${condition} and true` : condition.and(certainly);
    }
    seen.add(keyOf(row.context, condition));
    return { ...row, condition };
  });
}

function keyOf(context: RowContext, condition: TableRow['condition']): string {
  return `${context} ${conditionText(condition)}`;
}
