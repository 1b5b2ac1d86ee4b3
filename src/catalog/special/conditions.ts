import type { Value } from '../../model/value';
import type { Condition } from '../../ottl/condition';
import type { Field } from '../../ottl/field';
import type { OttlStatement } from '../../ottl/statement';

/** What a component does when OTTL fails on a record: log it and go on, go on in silence, or give the error back. */
export type ErrorMode = 'ignore' | 'silent' | 'propagate';

// What can be read where OTTL is evaluated on one of them.
type OnResource = 'resource' | 'otelcol';
type OnScope = 'scope' | OnResource;
type OnLog = 'log' | OnScope;
type OnSpan = 'span' | OnScope;
type OnSpanEvent = 'spanevent' | OnSpan;
type OnMetric = 'metric' | OnScope;
type OnDataPoint = 'datapoint' | OnMetric;

/** OTTL on log records, as text or as a condition. */
export type LogCondition = string | Condition<OnLog>;
/** OTTL on spans, as text or as a condition. */
export type SpanCondition = string | Condition<OnSpan>;
/** OTTL on the events of spans, as text or as a condition. */
export type SpanEventCondition = string | Condition<OnSpanEvent>;
/** OTTL on metrics, as text or as a condition. */
export type MetricCondition = string | Condition<OnMetric>;
/** OTTL on data points, as text or as a condition. */
export type DataPointCondition = string | Condition<OnDataPoint>;
/** OTTL on resources, as text or as a condition. */
export type ResourceCondition = string | Condition<OnResource>;
/** OTTL on instrumentation scopes, as text or as a condition. */
export type ScopeCondition = string | Condition<OnScope>;

/** A change to log records, as text or as a statement. */
export type LogStatement = string | OttlStatement<OnLog>;
/** A change to spans, as text or as a statement. */
export type SpanStatement = string | OttlStatement<OnSpan>;
/** A change to the events of spans, as text or as a statement. */
export type SpanEventStatement = string | OttlStatement<OnSpanEvent>;
/** A change to metrics, as text or as a statement. */
export type MetricStatement = string | OttlStatement<OnMetric>;
/** A change to data points, as text or as a statement. */
export type DataPointStatement = string | OttlStatement<OnDataPoint>;
/** A change to resources, as text or as a statement. */
export type ResourceStatement = string | OttlStatement<OnResource>;
/** A change to instrumentation scopes, as text or as a statement. */
export type ScopeStatement = string | OttlStatement<OnScope>;

/** A value read from log records, as OTTL or as a field. */
export type LogExpression = Value<string> | Field<OnLog>;
/** A value read from spans, as OTTL or as a field. */
export type SpanExpression = Value<string> | Field<OnSpan>;
/** A value read from the events of spans, as OTTL or as a field. */
export type SpanEventExpression = Value<string> | Field<OnSpanEvent>;
/** A value read from metrics, as OTTL or as a field. */
export type MetricExpression = Value<string> | Field<OnMetric>;
/** A value read from data points, as OTTL or as a field. */
export type DataPointExpression = Value<string> | Field<OnDataPoint>;
/** A value read from resources, as OTTL or as a field. */
export type ResourceExpression = Value<string> | Field<OnResource>;
/** A value read from instrumentation scopes, as OTTL or as a field. */
export type ScopeExpression = Value<string> | Field<OnScope>;
