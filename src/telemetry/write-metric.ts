import type { Buckets, DataPoint, Exemplar, Metric, MetricData } from './data';
import { double, id, type Json, list, small, text, time, writeAttributes } from './write-value';

export function writeMetric(metric: Metric): Json {
  return {
    ...text('name', metric.name),
    ...text('description', metric.description),
    ...text('unit', metric.unit),
    ...writeData(metric.data),
    ...writeAttributes(metric.metadata, 'metadata'),
  };
}

function writeData(data: MetricData): Json {
  if (data.kind === 'none') return {};
  return {
    [data.kind]: {
      ...list('dataPoints', data.points.map(writePoint)),
      ...('temporality' in data && small('aggregationTemporality', data.temporality)),
      ...(data.kind === 'sum' && data.monotonic && { isMonotonic: true }),
    },
  };
}

export function writePoint(point: DataPoint): Json {
  return {
    ...writeAttributes(point.attributes),
    ...time('startTimeUnixNano', point.startTime),
    ...time('timeUnixNano', point.time),
    ...writeMeasurement(point),
    ...(point.kind !== 'summary' && list('exemplars', point.exemplars.map(writeExemplar))),
    ...small('flags', point.flags),
  };
}

function writeMeasurement(point: DataPoint): Json {
  if (point.kind === 'number') return writeNumber(point.value);
  const count = time('count', point.count);
  if (point.kind === 'summary') {
    const quantiles = point.quantiles.map(({ quantile, value }) => ({
      ...nonZero('quantile', quantile),
      ...nonZero('value', value),
    }));
    return { ...count, ...nonZero('sum', point.sum), ...list('quantileValues', quantiles) };
  }
  const statistics = {
    ...count,
    ...optional('sum', point.sum),
    ...optional('min', point.min),
    ...optional('max', point.max),
  };
  if (point.kind === 'histogram') {
    return {
      ...statistics,
      ...list('bucketCounts', point.bucketCounts.map(String)),
      ...list('explicitBounds', point.explicitBounds.map(double)),
    };
  }
  return {
    ...statistics,
    ...small('scale', point.scale),
    ...time('zeroCount', point.zeroCount),
    positive: writeBuckets(point.positive),
    negative: writeBuckets(point.negative),
    ...nonZero('zeroThreshold', point.zeroThreshold),
  };
}

function writeBuckets({ offset, bucketCounts }: Buckets): Json {
  return { ...small('offset', offset), ...list('bucketCounts', bucketCounts.map(String)) };
}

function writeExemplar(exemplar: Exemplar): Json {
  return {
    ...writeAttributes(exemplar.filteredAttributes, 'filteredAttributes'),
    ...time('timeUnixNano', exemplar.time),
    ...writeNumber(exemplar.value),
    ...id('traceId', exemplar.traceId),
    ...id('spanId', exemplar.spanId),
  };
}

function writeNumber(value: bigint | number | null): Json {
  if (value === null) return {};
  return typeof value === 'bigint' ? { asInt: String(value) } : { asDouble: double(value) };
}

function optional(name: string, value: number | null): Json {
  return value === null ? {} : { [name]: double(value) };
}

function nonZero(name: string, value: number): Json {
  return value === 0 ? {} : { [name]: double(value) };
}
