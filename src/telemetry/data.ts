/**
 * Telemetry as the collector holds it (pdata), to be read and changed. Times are nanoseconds since 1970; numbers of
 * Protobuf's 64-bit types are `bigint`.
 */

/** Keeps the order in which keys were added. */
export type Attributes = Map<string, AnyValue>;

/** `bigint` is an int, `number` a double, `null` the empty value. */
export type AnyValue = null | boolean | bigint | number | string | Uint8Array | AnyValue[] | Attributes;

export interface Resource {
  attributes: Attributes;
  droppedAttributesCount: number;
}

export interface Scope {
  name: string;
  version: string;
  attributes: Attributes;
  droppedAttributesCount: number;
}

export interface LogRecord {
  /** Which record of the input this is, or is made of. Copies keep it. */
  origin: number;
  time: bigint;
  observedTime: bigint;
  severityNumber: number;
  severityText: string;
  eventName: string;
  body: AnyValue;
  attributes: Attributes;
  droppedAttributesCount: number;
  flags: number;
  /** 32 lower-case hexadecimal digits; all of them 0 where it is not set. */
  traceId: string;
  /** 16 lower-case hexadecimal digits; all of them 0 where it is not set. */
  spanId: string;
}

export interface Span {
  origin: number;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  traceState: string;
  name: string;
  kind: number;
  flags: number;
  startTime: bigint;
  endTime: bigint;
  attributes: Attributes;
  droppedAttributesCount: number;
  events: SpanEvent[];
  droppedEventsCount: number;
  links: SpanLink[];
  droppedLinksCount: number;
  status: { code: number; message: string };
}

export interface SpanEvent {
  time: bigint;
  name: string;
  attributes: Attributes;
  droppedAttributesCount: number;
}

export interface SpanLink {
  traceId: string;
  spanId: string;
  traceState: string;
  flags: number;
  attributes: Attributes;
  droppedAttributesCount: number;
}

export interface Metric {
  name: string;
  description: string;
  unit: string;
  metadata: Attributes;
  data: MetricData;
}

export type MetricData =
  | { readonly kind: 'none' }
  | { readonly kind: 'gauge'; points: NumberPoint[] }
  | { readonly kind: 'sum'; points: NumberPoint[]; temporality: number; monotonic: boolean }
  | { readonly kind: 'histogram'; points: HistogramPoint[]; temporality: number }
  | { readonly kind: 'exponentialHistogram'; points: ExponentialHistogramPoint[]; temporality: number }
  | { readonly kind: 'summary'; points: SummaryPoint[] };

export type DataPoint = NumberPoint | HistogramPoint | ExponentialHistogramPoint | SummaryPoint;

interface Point {
  origin: number;
  attributes: Attributes;
  startTime: bigint;
  time: bigint;
  flags: number;
}

export interface NumberPoint extends Point {
  readonly kind: 'number';
  /** `bigint` is an int, `number` a double. */
  value: bigint | number | null;
  exemplars: Exemplar[];
}

export interface HistogramPoint extends Point {
  readonly kind: 'histogram';
  count: bigint;
  sum: number | null;
  min: number | null;
  max: number | null;
  bucketCounts: bigint[];
  explicitBounds: number[];
  exemplars: Exemplar[];
}

export interface ExponentialHistogramPoint extends Point {
  readonly kind: 'exponentialHistogram';
  count: bigint;
  sum: number | null;
  min: number | null;
  max: number | null;
  scale: number;
  zeroCount: bigint;
  zeroThreshold: number;
  positive: Buckets;
  negative: Buckets;
  exemplars: Exemplar[];
}

export interface Buckets {
  offset: number;
  bucketCounts: bigint[];
}

export interface SummaryPoint extends Point {
  readonly kind: 'summary';
  count: bigint;
  sum: number;
  quantiles: { quantile: number; value: number }[];
}

export interface Exemplar {
  time: bigint;
  value: bigint | number | null;
  filteredAttributes: Attributes;
  traceId: string;
  spanId: string;
}

/** Records of one scope; `T` is a log record, a span or a metric. */
export interface ScopeRecords<T> {
  scope: Scope;
  schemaUrl: string;
  records: T[];
}

/** What came from one resource. */
export interface ResourceRecords<T> {
  resource: Resource;
  schemaUrl: string;
  scopes: ScopeRecords<T>[];
}

/** What travels through a pipeline at once. */
export type Batch =
  | { readonly signal: 'logs'; resources: ResourceRecords<LogRecord>[] }
  | { readonly signal: 'traces'; resources: ResourceRecords<Span>[] }
  | { readonly signal: 'metrics'; resources: ResourceRecords<Metric>[] };

export type LogsBatch = Extract<Batch, { signal: 'logs' }>;
export type TracesBatch = Extract<Batch, { signal: 'traces' }>;
export type MetricsBatch = Extract<Batch, { signal: 'metrics' }>;
