import { Conditions } from '../analysis/conditions/conditions';
import type { Issue } from '../model/issue';
import type { BooleanExpression } from '../ottl/ast';
import { isEffective, type RoutingRow, type RoutingTable, routingTables } from './routing-table';
import { listed, perCollector, placedAt, warning } from './rule';

/**
 * Rows of a routing table that get nothing: the same as one before, which the collector skips; without a record that
 * could match; or behind rows that take all that would.
 */
export const routingRows = perCollector(function* (view) {
  for (const table of routingTables(view)) {
    const { rows } = table;
    const conditions = new Conditions(
      rows.flatMap(({ condition }) => condition ?? []),
      { release: view.collector.release },
    );
    const seen = new Map<string, RoutingRow>();
    for (const [i, row] of rows.entries()) {
      const key = `${row.context} ${row.text}`;
      const same = row.context && row.text !== undefined ? seen.get(key) : undefined;
      seen.set(key, same ?? row);
      const issue = same ? duplicate(row, same) : unreached(row, rows.slice(0, i), table, conditions);
      if (issue) yield issue;
    }
  }
});

function duplicate(row: RoutingRow, same: RoutingRow): Issue {
  const isLost = same.pipelines.join() !== row.pipelines.join();
  const gets = isLost ? `, and ${listed(row.pipelines)} gets nothing of it` : '';
  const message = `the collector skips this row: it is the same as "${same.name}"${gets}.`;
  const issue = warning('routing-duplicate', row.path, message, `Remove it, or name all pipelines in "${same.name}".`);
  return isLost ? placedAt(issue, [...row.keys, 'pipelines', 0]) : issue;
}

function unreached(
  row: RoutingRow,
  earlier: readonly RoutingRow[],
  table: RoutingTable,
  conditions: Conditions,
): Issue | undefined {
  const { condition } = row;
  if (condition === undefined || !isEffective(row, table)) return undefined;
  if (conditions.satisfiable(condition) === 'no') {
    const message = 'no record can match this condition.';
    return warning('routing-never', row.path, message, fixOf(condition));
  }
  const takers = takersBefore(row, earlier, table);
  if (conditions.coveredBy(condition, takers.map(conditionOf)) !== 'yes') return undefined;
  const needed = least(condition, takers, conditions);
  const names = listed(needed.map(({ name }) => name));
  const everything = needed.length === 1 && conditions.always(conditionOf(needed[0] as RoutingRow)) === 'yes';
  const message = everything
    ? `no record reaches this row: ${names} takes every one.`
    : `no record reaches this row: ${names} ${needed.length === 1 ? 'takes' : 'take'} all that would match it.`;
  return warning('routing-shadowed', row.path, message, `Put it before ${names}, or remove it.`);
}

type ReadRow = RoutingRow & { readonly condition: BooleanExpression };

function conditionOf(row: RoutingRow): BooleanExpression {
  return (row as ReadRow).condition;
}

/** The rows before another that take what matches, on the same values. */
function takersBefore(row: RoutingRow, earlier: readonly RoutingRow[], table: RoutingTable): readonly ReadRow[] {
  const unchanged = earlier.slice(earlier.findLastIndex(({ edits }) => edits) + 1);
  return unchanged.filter(
    (one): one is ReadRow =>
      one.condition !== undefined && !one.copies && isEffective(one, table) && takesWhole(one, row),
  );
}

/** What has no data points is left where a row takes data points. */
function takesWhole(taker: RoutingRow, row: RoutingRow): boolean {
  return taker.context !== 'datapoint' || row.context === 'datapoint';
}

/** Without the rows that are not needed to take all that a condition matches. */
function least(
  condition: BooleanExpression,
  takers: readonly ReadRow[],
  conditions: Conditions,
): readonly RoutingRow[] {
  const one = takers.find((taker) => conditions.implies(condition, taker.condition) === 'yes');
  if (one) return [one];
  let needed = takers;
  for (const taker of takers) {
    const others = needed.filter((other) => other !== taker);
    if (conditions.coveredBy(condition, others.map(conditionOf)) === 'yes') needed = others;
  }
  return needed;
}

/** A header, which has several values, is compared with one. */
function fixOf(condition: BooleanExpression): string {
  return isHeader(condition)
    ? 'A header is a list of values: compare the first of them, `…metadata["name"][0] == "…"`.'
    : 'Correct it, or remove the row.';
}

function isHeader(condition: BooleanExpression): boolean {
  if (condition.kind !== 'comparison') return false;
  return [condition.left, condition.right].some(
    (side) => side.kind === 'path' && side.context === 'otelcol' && side.fields.at(-1)?.keys.length === 1,
  );
}
