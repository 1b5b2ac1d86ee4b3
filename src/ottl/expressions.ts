import { Condition, type Context } from './condition';
import { DurationField, EnumField, Field, IdField, SeverityField } from './field';
import { pathOf } from './make';

function field<C extends Context>(context: C, name: string): Field<C> {
  return new Field<C>({ path: pathOf(context, [name]), optional: false, within: [] });
}

function optional<C extends Context>(context: C, name: string): Field<C> {
  return new Field<C>({ path: pathOf(context, [name]), optional: true, within: [] });
}

function keyed<C extends Context>(context: C, name: string, keys: readonly string[]): Field<C> {
  const within = keys.slice(1).map((_, i) => pathOf(context, [name], keys.slice(0, i + 1)));
  return new Field<C>({ path: pathOf(context, [name], keys), optional: true, within });
}

/** What has attributes. */
interface Attributed<C extends Context> {
  /** An attribute by its key; further keys reach into maps: `attribute('a', 'b')` is what `a` holds under `b`. */
  attribute(key: string, ...inner: readonly string[]): Field<C>;
}

function attributes<C extends Context>(context: C): Attributed<C> {
  return { attribute: (...keys) => keyed(context, 'attributes', keys) };
}

/** What telemetry comes from: shared by all records of a source. */
export const resource = attributes('resource');

/** The instrumentation that made a record. */
export const scope = {
  ...attributes('scope'),
  name: field('scope', 'name'),
  version: field('scope', 'version'),
};

/** A log record. */
export const log = {
  ...attributes('log'),
  body: optional('log', 'body'),
  severity: new SeverityField(),
  severityText: field('log', 'severity_text'),
  /** Empty where the record is no event. */
  eventName: field('log', 'event_name'),
  /** The trace that the record belongs to. */
  traceId: new IdField<'log'>(pathOf('log', ['trace_id']), 'TraceID'),
  /** The span that the record belongs to. */
  spanId: new IdField<'log'>(pathOf('log', ['span_id']), 'SpanID'),
};

/** What a span stands for in a call. */
export type SpanKind = 'UNSPECIFIED' | 'INTERNAL' | 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER';

/** How a span ended. */
export type SpanStatus = 'UNSET' | 'OK' | 'ERROR';

/** A span. */
export const span = {
  ...attributes('span'),
  name: field('span', 'name'),
  kind: new EnumField<'span', SpanKind>(pathOf('span', ['kind']), 'SPAN_KIND_'),
  status: new EnumField<'span', SpanStatus>(pathOf('span', ['status', 'code']), 'STATUS_CODE_'),
  statusMessage: new Field<'span'>({ path: pathOf('span', ['status', 'message']), optional: false, within: [] }),
  duration: new DurationField(),
  traceId: new IdField<'span'>(pathOf('span', ['trace_id']), 'TraceID'),
  spanId: new IdField<'span'>(pathOf('span', ['span_id']), 'SpanID'),
  /** The span has no parent. */
  isRoot: (): Condition<'span'> => new Condition({ kind: 'function', name: 'IsRootSpan' }),
};

/** One event of a span. */
export const spanevent = { ...attributes('spanevent'), name: field('spanevent', 'name') };

/** How a metric's points are to be read. */
export type MetricType = 'NONE' | 'GAUGE' | 'SUM' | 'HISTOGRAM' | 'EXPONENTIAL_HISTOGRAM' | 'SUMMARY';

/** A metric, with all its data points. */
export const metric = {
  name: field('metric', 'name'),
  unit: field('metric', 'unit'),
  description: field('metric', 'description'),
  type: new EnumField<'metric', MetricType>(pathOf('metric', ['type']), 'METRIC_DATA_TYPE_'),
  /** Of a sum: whether it only grows. */
  isMonotonic: optional('metric', 'is_monotonic'),
};

/** One data point of a metric. */
export const datapoint = {
  ...attributes('datapoint'),
  /** Of a gauge or a sum whose value is an integer; 0 where it is a fraction. */
  valueInt: optional('datapoint', 'value_int'),
  /** Of a gauge or a sum whose value is a fraction; 0 where it is an integer. */
  valueDouble: optional('datapoint', 'value_double'),
  /** Of a histogram or a summary: how many values were counted. */
  count: optional('datapoint', 'count'),
  /** Of a histogram or a summary: the sum of the values. */
  sum: optional('datapoint', 'sum'),
};

/**
 * What came with the request: headers over HTTP, metadata over gRPC. The receiver needs `include_metadata: true`, and no
 * processor before may join requests, as `batch` does. Since 0.159.0.
 */
export const client = {
  /** The first value of a header, by its name in whatever case. */
  metadata: (name: string): Field<'otelcol'> => {
    const { fields, ...path } = pathOf('otelcol', ['client', 'metadata'], [name]);
    const [outer, inner] = fields;
    if (outer === undefined || inner === undefined) throw new Error('a path of two names');
    const first = { ...inner, keys: [...inner.keys, { kind: 'int' as const, value: 0n }] };
    return new Field<'otelcol'>({ path: { ...path, fields: [outer, first] }, optional: true, within: [] });
  },
};
