import type { ProducedMetric } from '../metrics/produced';
import { producedBy } from '../metrics/produced-by';
import type { Issue } from '../model/issue';
import { isPlainLabel } from '../model/label-name';
import { nearest } from '../model/nearest';
import type { PrometheusModel } from '../model/prometheus';
import type { SelectorUse } from '../promql/selectors';
import { metricsRead } from './metrics-read';
import { listed, type Rule, warning } from './rule';

/** Rules that ask for a label which the metric does not have, where all its labels are known. */
export const metricLabelUnknown: Rule = (model) =>
  metricsRead(model, ({ prometheus, path, name, use }): Issue | undefined => {
    // One that is there already may read collectors of others, with other labels.
    if (!prometheus.managed) return undefined;
    const { metrics } = producedBy(model, prometheus);
    const metric = name === undefined ? undefined : metrics.get(name);
    if (metric === undefined || metric.open) return undefined;
    const { externalLabels } = prometheus;
    // A native histogram has quantiles without it.
    const needed = labelsNeeded(use, externalLabels).filter(
      (label) => label !== 'le' || !metrics.has(`${name}_bucket`),
    );
    const unknown = needed.filter((label) => !metric.labels.has(label));
    const message = `the metric "${metric.name}" has no label ${listed(unknown)}.`;
    return unknown.length === 0
      ? undefined
      : warning('metric-label-unknown', path, message, fixFor(metric, unknown, externalLabels));
  });

/**
 * The labels that have to be there: those that are asked about, unless it is whether they are missing, and those that the
 * result is to have, unless alerts get them anyway.
 */
function labelsNeeded(
  { matchers, labels }: SelectorUse,
  external: PrometheusModel['externalLabels'],
): readonly string[] {
  const asked = matchers.filter(({ operator, value }) => operator !== '=' || value !== '').map(({ label }) => label);
  return [...new Set([...asked, ...labels.filter((label) => !Object.hasOwn(external, label))])];
}

function fixFor(
  { labels }: ProducedMetric,
  unknown: readonly string[],
  external: PrometheusModel['externalLabels'],
): string {
  const added = unknown.filter((label) => Object.hasOwn(external, label));
  if (added.length > 0) return `Samples get ${listed(added)} when they leave the Prometheus: do not ask for it here.`;
  const near = [...new Set(unknown.flatMap((label) => nearest(label, labels) ?? []))];
  if (near.length === 0) return `It has ${listed([...labels].sort())}.`;
  const quoted = near.some((label) => !isPlainLabel(label));
  return quoted ? `In PromQL, between quotes, write ${listed(near)}.` : `Did you mean ${listed(near)}?`;
}
