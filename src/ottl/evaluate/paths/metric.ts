import type { Metric, MetricData } from '../../../telemetry/data';
import type { Place } from '../place';
import type { PartType } from '../value';
import { int, int32, map, type PathDefinition, type PathTable, partTarget, scalar } from './path';

const of = (place: Place) => place.metric as Metric;

type MetricKind = MetricData['kind'];

/** The kinds by the numbers of `METRIC_DATA_TYPE_…`. */
const metricKinds: readonly MetricKind[] = ['none', 'gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'];

const partOfKind: Readonly<Record<Exclude<MetricKind, 'none'>, PartType>> = {
  gauge: 'NumberDataPointSlice',
  sum: 'NumberDataPointSlice',
  histogram: 'HistogramDataPointSlice',
  exponentialHistogram: 'ExponentialHistogramDataPointSlice',
  summary: 'SummaryDataPointSlice',
};

const dataPoints: PathDefinition = {
  target: (differences) => {
    const points = (place: Place) => {
      const { data } = of(place);
      if (data.kind === 'none') return undefined;
      return partTarget<object>(
        partOfKind[data.kind],
        () => data.points,
        (_, copy) => Object.assign(data, { points: copy }),
        differences,
      );
    };
    return {
      get: (place) => points(place)?.get(place) ?? null,
      set: (place, value) => points(place)?.set(place, value),
    };
  },
};

/** A text of the metric itself. */
function text(field: 'name' | 'description' | 'unit'): PathDefinition {
  return scalar(
    'string',
    (place) => of(place)[field],
    (place, value) => {
      of(place)[field] = value;
    },
  );
}

export const metricPaths: PathTable = {
  name: text('name'),
  description: text('description'),
  unit: text('unit'),
  type: {
    // Setting it does nothing, and is no error.
    target: () => ({ get: (place) => int(metricKinds.indexOf(of(place).data.kind)), set: () => undefined }),
  },
  aggregation_temporality: scalar(
    'int',
    (place) => {
      const { data } = of(place);
      return 'temporality' in data ? int(data.temporality) : null;
    },
    (place, value) => {
      const { data } = of(place);
      if ('temporality' in data) data.temporality = int32(value);
    },
  ),
  is_monotonic: scalar(
    'bool',
    (place) => {
      const { data } = of(place);
      return data.kind === 'sum' ? data.monotonic : null;
    },
    (place, value) => {
      const { data } = of(place);
      if (data.kind === 'sum') data.monotonic = value;
    },
  ),
  data_points: dataPoints,
  metadata: map((place) => of(place).metadata),
};
