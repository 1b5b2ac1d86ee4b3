import type { Issue } from '../model/issue';
import type { PipelineView } from '../view/view';
import { type RoutingRow, routingTables, rowContexts } from './routing-table';
import { listed, perCollector, placedAt, warning } from './rule';

/** Rows that look at what the records of a pipeline do not have: they match nothing, and nobody says so. */
export const routingContext = perCollector(function* (view) {
  for (const { from, rows } of routingTables(view)) {
    for (const row of rows) yield* inPipelines(row, from);
  }
});

function* inPipelines(row: RoutingRow, from: readonly PipelineView[]): Generator<Issue> {
  for (const { id, signal } of from) {
    const { context } = row;
    if (signal === undefined || context === undefined || rowContexts(signal).includes(context)) continue;
    const [own] = rowContexts(signal);
    const message = `a row of the context "${context}" matches nothing of what ${listed([id])} sends: ${signal}.`;
    const issue = warning('routing-context', row.path, message, `Use "${own}" or "resource".`);
    yield placedAt(issue, [...row.keys, 'context']);
    return;
  }
}
