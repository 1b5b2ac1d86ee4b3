import type { Place } from '../../../src/ottl/evaluate/place';
import type {
  DataPoint,
  LogRecord,
  Metric,
  MetricData,
  ResourceRecords,
  ScopeRecords,
  Span,
  SpanEvent,
} from '../../../src/telemetry/data';

const traceId = '0102030405060708090a0b0c0d0e0f10';
const spanId = '0102030405060708';

export function emptyLog(values: Partial<LogRecord> = {}): LogRecord {
  return {
    origin: 0,
    time: 0n,
    observedTime: 0n,
    severityNumber: 0,
    severityText: '',
    eventName: '',
    body: null,
    attributes: new Map(),
    droppedAttributesCount: 0,
    flags: 0,
    traceId: '0'.repeat(32),
    spanId: '0'.repeat(16),
    ...values,
  };
}

export function fullLog(): LogRecord {
  return emptyLog({
    time: 1_700_000_000_000_000_001n,
    observedTime: 1_700_000_000_000_000_002n,
    severityNumber: 17,
    severityText: 'ERROR',
    eventName: 'failed',
    body: new Map([['message', 'out of beer']]),
    attributes: new Map([['http.route', '/pub']]),
    droppedAttributesCount: 3,
    flags: 1,
    traceId,
    spanId,
  });
}

export function fullEvent(): SpanEvent {
  return { time: 5n, name: 'retry', attributes: new Map([['n', 2n]]), droppedAttributesCount: 6 };
}

export function fullSpan(): Span {
  return {
    origin: 0,
    traceId,
    spanId,
    parentSpanId: '1112131415161718',
    traceState: 'a=1,b=2',
    name: 'GET /pub',
    kind: 2,
    flags: 257,
    startTime: 10n,
    endTime: 20n,
    attributes: new Map([['http.status', 503n]]),
    droppedAttributesCount: 1,
    events: [fullEvent()],
    droppedEventsCount: 2,
    links: [],
    droppedLinksCount: 4,
    status: { code: 2, message: 'no beer' },
  };
}

const point = { origin: 0, startTime: 1n, time: 2n, flags: 1 };

export function numberPoint(value: bigint | number | null): DataPoint {
  return { ...point, kind: 'number', attributes: new Map([['tap', 'left']]), value, exemplars: [] };
}

export function histogramPoint(): DataPoint {
  return {
    ...point,
    kind: 'histogram',
    attributes: new Map(),
    count: 3n,
    sum: 4.5,
    min: 1,
    max: 2,
    bucketCounts: [1n, 2n],
    explicitBounds: [1.5],
    exemplars: [],
  };
}

export function exponentialPoint(): DataPoint {
  return {
    ...point,
    kind: 'exponentialHistogram',
    attributes: new Map(),
    count: 4n,
    sum: null,
    min: null,
    max: null,
    scale: -1,
    zeroCount: 2n,
    zeroThreshold: 0,
    positive: { offset: 3, bucketCounts: [1n] },
    negative: { offset: -3, bucketCounts: [] },
    exemplars: [],
  };
}

export function summaryPoint(): DataPoint {
  return {
    ...point,
    kind: 'summary',
    attributes: new Map(),
    count: 5n,
    sum: 6.5,
    quantiles: [{ quantile: 0.5, value: 1 }],
  };
}

export function metricOf(data: MetricData): Metric {
  return { name: 'pints', description: 'served', unit: '1', metadata: new Map([['k', 'v']]), data };
}

/** A record in a scope and a resource that have something in every field. */
export function placeOf(record: Partial<Place> = {}): Place {
  const scope: ScopeRecords<unknown> = {
    scope: { name: 'lib', version: '1.0', attributes: new Map([['s', true]]), droppedAttributesCount: 8 },
    schemaUrl: 'https://scope.example',
    records: [],
  };
  const resource: ResourceRecords<unknown> = {
    resource: { attributes: new Map([['service.name', 'pub']]), droppedAttributesCount: 7 },
    schemaUrl: 'https://resource.example',
    scopes: [scope],
  };
  return { resource, scope, cache: new Map(), ...record };
}

export function pointPlace(datapoint: DataPoint): Place {
  return placeOf({ datapoint, metric: metricOf({ kind: 'none' }) });
}
