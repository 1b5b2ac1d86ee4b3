import type { CollectorModel } from '../model/collector';
import { MdaiError } from '../model/issue';
import { nearest } from '../model/nearest';
import { ownName, ownReaders } from './reader';
import { inScheme, type NameScheme } from './scheme';
import { type TelemetryMetric, telemetryOf } from './telemetry';

/** A metric of the collector's own in a release, by its name in OpenTelemetry. */
export function telemetryMetric(release: CollectorModel['release'], metric: string): TelemetryMetric | undefined {
  for (const metrics of Object.values(telemetryOf(release).scopes)) {
    if (Object.hasOwn(metrics, metric)) return metrics[metric];
  }
  return undefined;
}

/** The series of histograms. */
const part = /_(bucket|sum|count)$/;

/**
 * The name in Prometheus of a metric that a collector has of itself: what the first reader that serves to Prometheus
 * makes of it.
 *
 * @param metric its name in OpenTelemetry, e.g. `otelcol_exporter_sent_log_records`; of a histogram, also the name with
 *   `_bucket`, `_sum` or `_count` behind it
 * @param scheme the names that the Prometheus asks for; Prometheus 3 asks for those with any characters
 * @throws MdaiError for a metric that the collector's release does not have, with the nearest that it has
 */
export function ownMetricName(
  collector: Pick<CollectorModel, 'path' | 'config' | 'release'>,
  metric: string,
  scheme: NameScheme = 'utf8',
): string {
  const { path, release } = collector;
  const whole = telemetryMetric(release, metric);
  const suffix = whole ? '' : (part.exec(metric)?.[0] ?? '');
  const base = metric.slice(0, metric.length - suffix.length);
  const known = whole ?? telemetryMetric(release, base);
  if (known === undefined || (suffix !== '' && known.kind !== 'histogram')) throw unknown(path, release, metric);
  const [reader] = ownReaders(collector);
  if (reader === undefined) {
    throw new MdaiError(
      `${path} does not serve its own metrics to Prometheus. Give its telemetry a reader with a prometheus exporter.`,
    );
  }
  return inScheme(`${ownName({ name: base, ...known }, reader, release)}${suffix}`, scheme);
}

function unknown(path: string, release: CollectorModel['release'], metric: string): MdaiError {
  const names = Object.values(telemetryOf(release).scopes).flatMap((metrics) => Object.keys(metrics));
  const meant = nearest(metric, names);
  const fix = meant === undefined ? 'imports/telemetry lists those that there are.' : `Did you mean "${meant}"?`;
  return new MdaiError(`${path}: a collector of ${release} has no metric "${metric}" of itself. ${fix}`);
}
