import { contextNamed, pathsOf } from '../analysis/conditions/contexts';
import { literalOf } from '../analysis/conditions/literal';
import { canonicalId } from '../model/component-id';
import type { Path } from '../ottl/ast';
import type { CollectorView, ComponentView, PipelineView } from '../view/view';
import { componentIn } from '../view/view';
import { type RoutingRow, type RoutingTable, routingTables } from './routing-table';
import { perCollector, warning } from './rule';

/** What a component needs to see together. */
type Group = 'traces' | 'streams' | 'repeated';

/** What a component does with its groups, as the end of a sentence, and of which kind they are. */
const grouping: Readonly<Record<string, readonly [Group, string]>> = {
  'processor tail_sampling': ['traces', 'decides about whole traces'],
  'processor groupbytrace': ['traces', 'gathers whole traces'],
  'connector service_graph': ['traces', 'looks for both ends of a call'],
  'processor cumulative_to_delta': ['streams', 'compares a data point with the one before'],
  'processor delta_to_cumulative': ['streams', 'adds the data points of a stream up'],
  'processor delta_to_rate': ['streams', 'compares a data point with the one before'],
  'processor interval': ['streams', 'keeps the last data point of a stream'],
  'processor metric_start_time': ['streams', 'compares a data point with the first'],
  'processor log_dedup': ['repeated', 'counts records that are the same'],
};

/** Attributes of a resource that differ from service to service, and so within a trace. */
const ofOneService = /^(service|k8s\.(pod|container|deployment)|container|host|process)\./;

/** Whether the members of one group can answer differently to a question about a path. */
const tears: Readonly<Record<Group, (place: string, path: Path) => boolean>> = {
  traces: (place, path) =>
    /^(span|scope)\./.test(place)
      ? !/^span\.(trace_id|trace_state)/.test(place)
      : place === 'resource.attributes' && ofOneService.test(keyOf(path) ?? ''),
  streams: (place) => place.startsWith('datapoint.') && place !== 'datapoint.attributes',
  repeated: (place) => /^log\.(observed_)?time|^log\.(trace|span)_id/.test(place),
};

const whole: Readonly<Record<Group, string>> = {
  traces: 'spans of one trace',
  streams: 'data points of one stream',
  repeated: 'records that repeat each other',
};

/** Tables that send to different pipelines what a component behind one of them needs to see together. */
export const routingSplit = perCollector(function* (view) {
  for (const table of routingTables(view)) {
    const found = new Set<string>();
    for (const [i, row] of table.rows.entries()) {
      const own = reached(view, table, row.pipelines);
      const rest = restOf(view, table, i);
      for (const { component, pipeline, group, does } of groupers(view, own, rest)) {
        const place = tearing(row, group);
        if (place === undefined || found.has(component.id)) continue;
        found.add(component.id);
        const message = `it tells ${whole[group]} apart by ${place}, and "${component.id}" in ${pipeline.id} ${does}.`;
        const fix = `Put "${component.id}" before the table, or route by what they have in common.`;
        yield warning('routing-split', row.path, message, fix);
      }
    }
  }
});

/** The pipelines that get what is left of what came to a row; none for a copy, which leaves everything. */
function restOf(view: CollectorView, table: RoutingTable, index: number): ReadonlySet<PipelineView> {
  const { rows, otherwise = [] } = table;
  if (rows[index]?.copies) return new Set();
  const later = rows.slice(index + 1).flatMap(({ pipelines }) => pipelines);
  return reached(view, table, [...later, ...otherwise]);
}

/** Pipelines by their ids, and those behind them. */
function reached(view: CollectorView, { connector }: RoutingTable, ids: readonly string[]): ReadonlySet<PipelineView> {
  const wanted = new Set(ids.map(canonicalId));
  const found = new Set<PipelineView>();
  const waiting = view.pipelines.filter(({ id, receivers }) => wanted.has(id) && receivers.ids.includes(connector.id));
  for (let pipeline = waiting.pop(); pipeline; pipeline = waiting.pop()) {
    if (found.has(pipeline)) continue;
    found.add(pipeline);
    const { signal, exporters } = pipeline;
    const next = exporters.ids.filter((id) => id !== connector.id && view.sections.connector.components.has(id));
    waiting.push(
      ...view.pipelines.filter((one) => one.signal === signal && one.receivers.ids.some((id) => next.includes(id))),
    );
  }
  return found;
}

interface Grouper {
  readonly component: ComponentView;
  readonly pipeline: PipelineView;
  readonly group: Group;
  readonly does: string;
}

/** Components that need groups, in pipelines that get one side of a split only. */
function* groupers(
  view: CollectorView,
  own: ReadonlySet<PipelineView>,
  rest: ReadonlySet<PipelineView>,
): Generator<Grouper> {
  for (const pipeline of new Set([...own, ...rest])) {
    if (own.has(pipeline) && rest.has(pipeline)) continue;
    for (const role of ['processors', 'exporters'] as const) {
      for (const id of pipeline[role].ids) {
        const component = componentIn(view, role, id);
        const [group, does] =
          (component && grouping[`${component.kind} ${component.facts?.type ?? component.type}`]) ?? [];
        if (component && group && does) yield { component, pipeline, group, does };
      }
    }
  }
}

/** What a row asks about that may differ within a group. */
function tearing({ condition, context }: RoutingRow, group: Group): string | undefined {
  if (condition === undefined || context === 'request') return undefined;
  for (const path of pathsOf(condition)) {
    const place = [contextNamed(path.context ?? ''), ...path.fields.map(({ name }) => name)].join('.');
    if (!tears[group](place, path)) continue;
    const key = keyOf(path);
    return key === undefined ? `\`${place}\`` : `\`${place}["${key}"]\``;
  }
  return undefined;
}

function keyOf(path: Path): string | undefined {
  const [first] = path.fields.at(-1)?.keys ?? [];
  const key = first && literalOf(first);
  return key?.kind === 'string' ? key.value : undefined;
}
