import { type CollectorView, componentIn, type PipelineView, placeOf, type Role } from '../view/view';
import { perCollector, placedAt, warning } from './rule';

/** Connectors that tell how many were added since the last time, in the newest names. */
const deltas: ReadonlySet<string> = new Set(['count']);

/** Exporters that keep the last value of a series, and add an increment only where it follows on without a gap. */
const lastValue: ReadonlySet<string> = new Set(['prometheus']);

const cumulative = 'delta_to_cumulative';

/**
 * Increments that replace each other: three times one are served as one. Seen with the real count connector and the
 * real Prometheus exporter.
 */
export const metricsDelta = perCollector(function* (view) {
  for (const pipeline of view.pipelines) {
    const from = first(view, pipeline, 'receivers', deltas);
    const to = first(view, pipeline, 'exporters', lastValue);
    if (from === undefined || to === undefined || first(view, pipeline, 'processors', new Set([cumulative]))) continue;
    const issue = warning(
      'metrics-delta',
      pipeline.path,
      `"${from}" makes increments, of which "${to}" keeps the last instead of the sum.`,
      `Between them, give each point the present time and add ${cumulative}: presets.runningTotals() in TypeScript.`,
    );
    yield placedAt(issue, placeOf(pipeline, 'exporters', to));
  }
});

function first(
  view: CollectorView,
  pipeline: PipelineView,
  role: Role,
  types: ReadonlySet<string>,
): string | undefined {
  return pipeline[role].ids.find((id) => {
    const component = componentIn(view, role, id);
    return component !== undefined && types.has(component.facts?.type ?? component.type);
  });
}
