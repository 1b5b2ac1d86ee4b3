import type { PrometheusModel } from '../../model/prometheus';
import { prometheusRelease } from '../../model/prometheus-release';

/** The label that tells the replicas of one Prometheus apart, as the operator calls it. */
export const replicaLabel = 'prometheus_replica';

/** The external labels as a configuration has them: where Prometheus fills in variables, a `$` is written twice. */
export function externalLabels({
  version,
  externalLabels: given,
  enableFeatures,
}: PrometheusModel): Record<string, string> {
  const expands = prometheusRelease(version).expandsLabels || enableFeatures.includes('expand-external-labels');
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, expands ? value.replaceAll('$', '$$$$') : value]),
  );
}
