import type { MetricKind } from './telemetry';

/** A metric as OpenTelemetry has it, before it gets a name in Prometheus. */
export interface MadeMetric {
  readonly name: string;
  readonly kind: MetricKind | 'exponential';
  /** As OpenTelemetry writes it; empty where there is none. */
  readonly unit: string;
  /** The names of its attributes. */
  readonly attributes: readonly string[];
  /** It may have other attributes. */
  readonly open: boolean;
}

/** The names of the series of a metric: a histogram has three. */
export function seriesOf({ kind }: Pick<MadeMetric, 'kind'>, name: string): readonly Series[] {
  if (kind !== 'histogram' && kind !== 'exponential') return [{ name }];
  const parts = [{ name: `${name}_bucket`, labels: ['le'] }, { name: `${name}_sum` }, { name: `${name}_count` }];
  // A Prometheus that takes native histograms stores one series.
  return kind === 'exponential' ? [{ name }, ...parts] : parts;
}

export interface Series {
  readonly name: string;
  /** Labels that the series has beside its metric's. */
  readonly labels?: readonly string[];
}
