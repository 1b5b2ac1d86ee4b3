import type { Dice } from '../dice';
import { attributes, resources } from './otlp';
import { METRIC_NAMES, RECORD_POOLS, SPAN_IDS, TIMES, TRACE_IDS, UNITS } from './pools';

const NAMES = { resources: 'resourceMetrics', scopes: 'scopeMetrics', records: 'metrics' };

/** A batch of metrics of every kind. */
export function metrics(dice: Dice): object {
  return resources(dice, NAMES, metric);
}

function metric(dice: Dice): object {
  const points = (make: (dice: Dice) => object) =>
    Array.from({ length: dice.int(dice.chance(5) ? 0 : 1, 3) }, () => make(dice));
  const aggregationTemporality = dice.int(0, 2);
  const data = dice.weighted<() => object>(
    [4, () => ({ gauge: { dataPoints: points(number) } })],
    [4, () => ({ sum: { dataPoints: points(number), aggregationTemporality, isMonotonic: dice.chance(50) } })],
    [3, () => ({ histogram: { dataPoints: points(histogram), aggregationTemporality } })],
    [2, () => ({ exponentialHistogram: { dataPoints: points(exponential), aggregationTemporality } })],
    [2, () => ({ summary: { dataPoints: points(summary) } })],
    [1, () => ({})],
  )();
  return {
    name: dice.pick(METRIC_NAMES),
    description: dice.pick(['', 'what it is']),
    unit: dice.pick(UNITS),
    metadata: attributes(dice, RECORD_POOLS, 2),
    ...data,
  };
}

function point(dice: Dice): object {
  return {
    attributes: attributes(dice, RECORD_POOLS, 14),
    startTimeUnixNano: dice.pick(TIMES),
    timeUnixNano: dice.pick(TIMES),
    flags: dice.pick([0, 0, 1]),
  };
}

function number(dice: Dice): object {
  return { ...point(dice), ...numberValue(dice), ...exemplars(dice) };
}

function numberValue(dice: Dice): object {
  return dice.weighted<object>(
    [5, { asInt: dice.pick(['0', '1', '5', '-3', '9007199254740993']) }],
    [5, { asDouble: dice.pick([0, 0.5, 5, -1.25, 1e21]) }],
    [1, {}],
  );
}

function exemplars(dice: Dice): object {
  if (dice.chance(85)) return {};
  return {
    exemplars: [
      {
        timeUnixNano: dice.pick(TIMES),
        ...numberValue(dice),
        filteredAttributes: attributes(dice, RECORD_POOLS, 2),
        traceId: dice.pick(TRACE_IDS),
        spanId: dice.pick(SPAN_IDS),
      },
    ],
  };
}

function extremes(dice: Dice): object {
  return { ...(dice.chance(60) && { sum: dice.pick([0, 2.5, -7]) }), ...(dice.chance(50) && { min: 0.5, max: 9 }) };
}

function histogram(dice: Dice): object {
  const empty = dice.chance(20);
  return {
    ...point(dice),
    ...exemplars(dice),
    count: dice.pick(['0', '3', '9007199254740993']),
    ...extremes(dice),
    bucketCounts: empty ? [] : ['1', '2', '0'],
    explicitBounds: empty ? [] : [1, 5.5],
  };
}

function exponential(dice: Dice): object {
  return {
    ...point(dice),
    ...exemplars(dice),
    count: dice.pick(['0', '3', '12']),
    ...extremes(dice),
    scale: dice.int(-2, 3),
    zeroCount: dice.pick(['0', '2']),
    zeroThreshold: dice.pick([0, 0.001]),
    positive: { offset: dice.int(-1, 2), bucketCounts: dice.pick([[], ['1', '2']]) },
    negative: { offset: dice.int(-1, 2), bucketCounts: dice.pick([[], ['3']]) },
  };
}

function summary(dice: Dice): object {
  return {
    ...point(dice),
    count: dice.pick(['0', '3']),
    sum: dice.pick([0, 2.5]),
    quantileValues: dice.chance(70)
      ? [
          { quantile: 0.5, value: 2 },
          { quantile: 0.99, value: 7.5 },
        ]
      : [],
  };
}
