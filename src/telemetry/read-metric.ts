import type { Buckets, Exemplar, Metric, MetricData } from './data';
import { temporalities } from './enums';
import type { Json } from './json';
import type { Origins } from './origins';
import { double, int32, readAttributes, readNumber, uint32, uint64, uint64s } from './read-value';

export function readMetric(json: Json, origins: Origins): Metric {
  return {
    name: json.field('name')?.text() ?? '',
    description: json.field('description')?.text() ?? '',
    unit: json.field('unit')?.text() ?? '',
    metadata: readAttributes(json, 'metadata'),
    data: readData(json, origins),
  };
}

function readData(json: Json, origins: Origins): MetricData {
  const gauge = json.field('gauge');
  if (gauge) return { kind: 'gauge', points: points(gauge, origins, numberPoint) };
  const sum = json.field('sum');
  if (sum) {
    const monotonic = sum.field('isMonotonic')?.flag() ?? false;
    return { kind: 'sum', points: points(sum, origins, numberPoint), temporality: temporality(sum), monotonic };
  }
  const histogram = json.field('histogram');
  if (histogram) {
    return {
      kind: 'histogram',
      points: points(histogram, origins, histogramPoint),
      temporality: temporality(histogram),
    };
  }
  const exponential = json.field('exponentialHistogram');
  if (exponential) {
    return {
      kind: 'exponentialHistogram',
      points: points(exponential, origins, exponentialPoint),
      temporality: temporality(exponential),
    };
  }
  const summary = json.field('summary');
  if (summary) return { kind: 'summary', points: points(summary, origins, summaryPoint) };
  return { kind: 'none' };
}

function temporality(json: Json): number {
  return json.field('aggregationTemporality')?.enumeration(temporalities) ?? 0;
}

function points<T>(json: Json, origins: Origins, read: (point: Json) => T) {
  return json.items('dataPoints').map((point) => ({
    origin: origins.next++,
    attributes: readAttributes(point),
    startTime: uint64(point, 'startTimeUnixNano'),
    time: uint64(point, 'timeUnixNano'),
    flags: uint32(point, 'flags'),
    ...read(point),
  }));
}

function numberPoint(json: Json) {
  return { kind: 'number' as const, value: readNumber(json), exemplars: exemplars(json) };
}

function histogramPoint(json: Json) {
  return {
    kind: 'histogram' as const,
    ...statistics(json),
    bucketCounts: uint64s(json, 'bucketCounts'),
    explicitBounds: json.items('explicitBounds').map((bound) => bound.double()),
    exemplars: exemplars(json),
  };
}

function exponentialPoint(json: Json) {
  return {
    kind: 'exponentialHistogram' as const,
    ...statistics(json),
    scale: int32(json, 'scale'),
    zeroCount: uint64(json, 'zeroCount'),
    zeroThreshold: double(json, 'zeroThreshold') ?? 0,
    positive: buckets(json.field('positive')),
    negative: buckets(json.field('negative')),
    exemplars: exemplars(json),
  };
}

function summaryPoint(json: Json) {
  return {
    kind: 'summary' as const,
    count: uint64(json, 'count'),
    sum: double(json, 'sum') ?? 0,
    quantiles: json.items('quantileValues').map((item) => ({
      quantile: double(item, 'quantile') ?? 0,
      value: double(item, 'value') ?? 0,
    })),
  };
}

function statistics(json: Json) {
  return {
    count: uint64(json, 'count'),
    sum: double(json, 'sum') ?? null,
    min: double(json, 'min') ?? null,
    max: double(json, 'max') ?? null,
  };
}

function buckets(json: Json | undefined): Buckets {
  if (json === undefined) return { offset: 0, bucketCounts: [] };
  return { offset: int32(json, 'offset'), bucketCounts: uint64s(json, 'bucketCounts') };
}

function exemplars(json: Json): Exemplar[] {
  return json.items('exemplars').map((item) => ({
    time: uint64(item, 'timeUnixNano'),
    value: readNumber(item),
    filteredAttributes: readAttributes(item, 'filteredAttributes'),
    traceId: item.field('traceId')?.id(32) ?? '0'.repeat(32),
    spanId: item.field('spanId')?.id(16) ?? '0'.repeat(16),
  }));
}
