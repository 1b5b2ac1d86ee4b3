import type {
  AnyValue,
  Attributes,
  Batch,
  DataPoint,
  LogRecord,
  Metric,
  MetricData,
  Resource,
  ResourceRecords,
  Scope,
  ScopeRecords,
  Span,
} from './data';

/** A copy that shares nothing that can be changed. */
export function copyBatch(batch: Batch): Batch {
  if (batch.signal === 'logs')
    return { signal: 'logs', resources: batch.resources.map((r) => copyResourceRecords(r, copyLog)) };
  if (batch.signal === 'traces') {
    return { signal: 'traces', resources: batch.resources.map((r) => copyResourceRecords(r, copySpan)) };
  }
  return { signal: 'metrics', resources: batch.resources.map((r) => copyResourceRecords(r, copyMetric)) };
}

export function copyResourceRecords<T>(records: ResourceRecords<T>, copy: (record: T) => T): ResourceRecords<T> {
  return { ...emptyResourceRecords(records), scopes: records.scopes.map((scope) => copyScopeRecords(scope, copy)) };
}

/** What contains records, without them. */
export function emptyResourceRecords<T>({ resource, schemaUrl }: ResourceRecords<T>): ResourceRecords<T> {
  return { resource: copyResource(resource), schemaUrl, scopes: [] };
}

export function copyScopeRecords<T>(records: ScopeRecords<T>, copy: (record: T) => T): ScopeRecords<T> {
  return { ...emptyScopeRecords(records), records: records.records.map(copy) };
}

export function emptyScopeRecords<T>({ scope, schemaUrl }: ScopeRecords<T>): ScopeRecords<T> {
  return { scope: copyScope(scope), schemaUrl, records: [] };
}

export function copyResource(resource: Resource): Resource {
  return { ...resource, attributes: copyAttributes(resource.attributes) };
}

export function copyScope(scope: Scope): Scope {
  return { ...scope, attributes: copyAttributes(scope.attributes) };
}

export function copyLog(log: LogRecord): LogRecord {
  return { ...log, body: copyValue(log.body), attributes: copyAttributes(log.attributes) };
}

export function copySpan(span: Span): Span {
  return {
    ...span,
    attributes: copyAttributes(span.attributes),
    events: span.events.map((event) => ({ ...event, attributes: copyAttributes(event.attributes) })),
    links: span.links.map((link) => ({ ...link, attributes: copyAttributes(link.attributes) })),
    status: { ...span.status },
  };
}

export function copyMetric(metric: Metric): Metric {
  return { ...metric, metadata: copyAttributes(metric.metadata), data: copyData(metric.data) };
}

function copyData(data: MetricData): MetricData {
  return data.kind === 'none' ? data : ({ ...data, points: data.points.map(copyPoint) } as MetricData);
}

export function copyPoint<T extends DataPoint>(point: T): T {
  const copy = { ...point, attributes: copyAttributes(point.attributes) } as DataPoint;
  if (copy.kind === 'summary') copy.quantiles = copy.quantiles.map((quantile) => ({ ...quantile }));
  else
    copy.exemplars = copy.exemplars.map((it) => ({ ...it, filteredAttributes: copyAttributes(it.filteredAttributes) }));
  if (copy.kind === 'histogram') {
    copy.bucketCounts = [...copy.bucketCounts];
    copy.explicitBounds = [...copy.explicitBounds];
  }
  if (copy.kind === 'exponentialHistogram') {
    copy.positive = { ...copy.positive, bucketCounts: [...copy.positive.bucketCounts] };
    copy.negative = { ...copy.negative, bucketCounts: [...copy.negative.bucketCounts] };
  }
  return copy as T;
}

export function copyAttributes(attributes: Attributes): Attributes {
  const copy: Attributes = new Map();
  for (const [key, value] of attributes) copy.set(key, copyValue(value));
  return copy;
}

export function copyValue(value: AnyValue): AnyValue {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return copyAttributes(value);
  return Array.isArray(value) ? value.map(copyValue) : value.slice();
}
