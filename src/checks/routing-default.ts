import { Conditions } from '../analysis/conditions/conditions';
import { isEffective, routingTables } from './routing-table';
import { perCollector, placedAt, warning } from './rule';

/** Records that no row of a routing table takes, and that have nowhere else to go. */
export const routingDefault = perCollector(function* (view) {
  for (const table of routingTables(view)) {
    const { connector, rows, otherwise, known } = table;
    if (!known || otherwise === undefined || otherwise.length > 0) continue;
    const takers = rows.filter((row) => row.context !== 'datapoint' && !row.copies && isEffective(row, table));
    const conditions = takers.flatMap(({ condition }) => condition ?? []);
    const everything = { kind: 'constant', value: true } as const;
    const { release } = view.collector;
    if (new Conditions(conditions, { release }).coveredBy(everything, conditions) === 'yes') continue;
    const message = 'what no row of the table takes is dropped in silence: there are no "default_pipelines".';
    const fix = 'Name a pipeline there; to drop the rest on purpose, one with the exporter "nop".';
    const issue = warning('routing-default', connector.path, message, fix);
    yield placedAt(issue, ['connectors', connector.id, 'default_pipelines']);
  }
});
