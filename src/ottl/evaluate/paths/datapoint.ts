import type {
  Buckets,
  DataPoint,
  ExponentialHistogramPoint,
  HistogramPoint,
  NumberPoint,
  SummaryPoint,
} from '../../../telemetry/data';
import type { Differences } from '../differences';
import type { Target } from '../functions/function';
import type { Place } from '../place';
import { RawList } from '../raw-list';
import { OttlError, type OttlValue } from '../value';
import {
  int,
  int32,
  int64,
  map,
  type PathDefinition,
  type PathTable,
  partTarget,
  scalar,
  time,
  uint32,
  uint64,
  wrongType,
} from './path';

const of = (place: Place) => place.datapoint as DataPoint;

interface Points {
  number: NumberPoint;
  histogram: HistogramPoint;
  exponentialHistogram: ExponentialHistogramPoint;
  summary: SummaryPoint;
}

/** A path that points of some kinds have. For the others it holds nothing, and setting it is an error, or nothing in older releases. */
function ofKinds<Kind extends keyof Points>(
  kinds: readonly Kind[],
  targetOf: (point: (place: Place) => Points[Kind], differences: Differences) => Target,
): PathDefinition {
  const has = (place: Place) => (kinds as readonly string[]).includes(of(place).kind);
  return {
    target: (differences) => {
      const target = targetOf((place) => of(place) as Points[Kind], differences);
      return {
        get: (place) => (has(place) ? target.get(place) : null),
        set: (place, value) => {
          if (has(place)) target.set(place, value);
          else if (differences.refusesWrongTypes)
            throw new OttlError(`a ${of(place).kind} data point does not have it`);
        },
      };
    },
  };
}

/** The same, for a path that holds an int or a float. */
function numberOf<Kind extends keyof Points, Type extends 'int' | 'float'>(
  kinds: readonly Kind[],
  type: Type,
  get: (point: Points[Kind]) => OttlValue,
  set: (point: Points[Kind], value: Type extends 'int' ? bigint : number) => void,
): PathDefinition {
  return ofKinds(kinds, (point, differences) =>
    scalar(
      type,
      (place) => get(point(place)),
      (place, value) => set(point(place), value as never),
    ).target(differences),
  );
}

const counted = ['histogram', 'exponentialHistogram', 'summary'] as const;
const exponential = ['exponentialHistogram'] as const;

const start = time(
  (place) => of(place).startTime,
  (place, value) => {
    of(place).startTime = value;
  },
);

const when = time(
  (place) => of(place).time,
  (place, value) => {
    of(place).time = value;
  },
);

/** A list of counts, which are unsigned in Go. */
function counts<Kind extends keyof Points>(
  kinds: readonly Kind[],
  get: (point: Points[Kind]) => bigint[],
  set: (point: Points[Kind], list: bigint[]) => void,
): PathDefinition {
  return ofKinds(kinds, (point, differences) => ({
    get: (place) => RawList.make('uint', get(point(place))),
    set: (place, value) => {
      const list = numbers(value, 'bigint', ['uint', 'int'], differences);
      if (list !== undefined) set(point(place), (list as bigint[]).map(uint64));
    },
  }));
}

/** The numbers of a list; undefined where an older release ignores what was set. */
function numbers(
  value: OttlValue,
  type: 'bigint' | 'number',
  elements: readonly [own: RawList['element'], other?: RawList['element']],
  differences: Differences,
): OttlValue[] | undefined {
  const element = value instanceof RawList ? value.element : 'any';
  if (!differences.refusesWrongTypes) return element === elements[0] ? [...(value as RawList)] : undefined;
  if (value === null) return [];
  if (!Array.isArray(value) || !(element === 'any' || elements.includes(element))) {
    wrongType(`a list of ${type === 'bigint' ? 'ints' : 'floats'}`, value, differences);
    return undefined;
  }
  if (value.some((item) => typeof item !== type)) {
    throw new OttlError(`the list holds what is no ${type === 'bigint' ? 'int' : 'float'}`);
  }
  return [...value];
}

function buckets(field: 'positive' | 'negative'): PathTable {
  const own = (place: Place): Buckets => (of(place) as ExponentialHistogramPoint)[field];
  return {
    [field]: ofKinds(exponential, (_, differences) =>
      partTarget('Buckets', own, (place, copy) => Object.assign(own(place), copy), differences),
    ),
    [`${field}.offset`]: numberOf(
      exponential,
      'int',
      (point) => int(point[field].offset),
      (point, value) => {
        point[field].offset = int32(value);
      },
    ),
    [`${field}.bucket_counts`]: counts(
      exponential,
      (point) => point[field].bucketCounts,
      (point, list) => {
        point[field].bucketCounts = list;
      },
    ),
  };
}

export const dataPointPaths: PathTable = {
  attributes: map((place) => of(place).attributes),
  start_time: start.time,
  start_time_unix_nano: start.unixNano,
  time: when.time,
  time_unix_nano: when.unixNano,
  flags: scalar(
    'int',
    (place) => int(of(place).flags),
    (place, value) => {
      of(place).flags = uint32(value);
    },
  ),
  value_double: numberOf(
    ['number'],
    'float',
    (point) => (typeof point.value === 'number' ? point.value : 0),
    (point, value) => {
      point.value = value;
    },
  ),
  value_int: numberOf(
    ['number'],
    'int',
    (point) => (typeof point.value === 'bigint' ? point.value : 0n),
    (point, value) => {
      point.value = value;
    },
  ),
  exemplars: ofKinds(['number', 'histogram', 'exponentialHistogram'], (point, differences) =>
    partTarget(
      'ExemplarSlice',
      (place) => point(place).exemplars,
      (place, copy) => {
        point(place).exemplars = copy;
      },
      differences,
    ),
  ),
  count: numberOf(
    counted,
    'int',
    (point) => int64(point.count),
    (point, value) => {
      point.count = uint64(value);
    },
  ),
  sum: numberOf(
    counted,
    'float',
    (point) => point.sum ?? 0,
    (point, value) => {
      point.sum = value;
    },
  ),
  bucket_counts: counts(
    ['histogram'],
    (point) => point.bucketCounts,
    (point, list) => {
      point.bucketCounts = list;
    },
  ),
  explicit_bounds: ofKinds(['histogram'], (point, differences) => ({
    get: (place) => RawList.make('float', point(place).explicitBounds),
    set: (place, value) => {
      const list = numbers(value, 'number', ['float'], differences);
      if (list !== undefined) point(place).explicitBounds = list as number[];
    },
  })),
  scale: numberOf(
    exponential,
    'int',
    (point) => int(point.scale),
    (point, value) => {
      point.scale = int32(value);
    },
  ),
  zero_count: numberOf(
    exponential,
    'int',
    (point) => int64(point.zeroCount),
    (point, value) => {
      point.zeroCount = uint64(value);
    },
  ),
  ...buckets('positive'),
  ...buckets('negative'),
  quantile_values: ofKinds(['summary'], (point, differences) =>
    partTarget(
      'QuantileSlice',
      (place) => point(place).quantiles,
      (place, copy) => {
        point(place).quantiles = copy;
      },
      differences,
    ),
  ),
};
