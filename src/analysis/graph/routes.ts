import { type RoutingRow, type RoutingTable, routingTables } from '../../checks/routing-table';
import type { CollectorView, PipelineView } from '../../view/view';
import { readable } from './readable';
import type { Sketch } from './sketch';
import { teamsOfTable } from './teams';

/** Draws what routing connectors hand on: an edge for each pipeline of a row, and for what no row takes. */
export function drawRoutes(sketch: Sketch, view: CollectorView): void {
  for (const table of routingTables(view)) {
    const teams = teamsOfTable(table, view.collector.release);
    for (const [i, row] of table.rows.entries()) {
      for (const pipeline of pipelinesOf(view, table, row.pipelines)) {
        drawRow(sketch, table, row, i, pipeline, teams.rows[i]);
      }
    }
    for (const pipeline of pipelinesOf(view, table, table.otherwise ?? [])) {
      sketch.edge({
        id: `${table.connector.path}/otherwise → ${pipeline.id}`,
        from: table.connector.path,
        to: pipeline.path,
        kind: 'route',
        signals: pipeline.signal ? [pipeline.signal] : [],
        label: 'otherwise',
        action: sketch.drops(pipeline.path) ? 'drop' : 'move',
        ...(teams.otherwise && { teams: teams.otherwise }),
      });
    }
  }
}

function drawRow(
  sketch: Sketch,
  { connector }: RoutingTable,
  row: RoutingRow,
  index: number,
  pipeline: PipelineView,
  teams: readonly string[] | undefined,
): void {
  const text = row.text?.replace(/^route\(\) where /, '');
  sketch.edge({
    id: `${row.path} → ${pipeline.id}`,
    from: connector.path,
    to: pipeline.path,
    kind: 'route',
    signals: pipeline.signal ? [pipeline.signal] : [],
    label:
      row.condition && row.context !== 'request'
        ? readable(row.condition)
        : (text ?? 'a condition read from elsewhere'),
    row: index + 1,
    ...(text !== undefined && { condition: text }),
    action: sketch.drops(pipeline.path) ? 'drop' : row.copies ? 'copy' : 'move',
    ...(teams && { teams }),
  });
}

/** The pipelines with these ids that receive from the connector. */
function pipelinesOf(
  view: CollectorView,
  { connector }: RoutingTable,
  ids: readonly string[],
): readonly PipelineView[] {
  return view.pipelines.filter(({ id, receivers }) => ids.includes(id) && receivers.ids.includes(connector.id));
}
