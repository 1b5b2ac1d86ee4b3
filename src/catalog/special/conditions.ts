import type { Condition } from '../../ottl/condition';

/** What a component does when OTTL fails on a record: log it and go on, go on in silence, or give the error back. */
export type ErrorMode = 'ignore' | 'silent' | 'propagate';

/** OTTL on log records, as text or as a condition. */
export type LogCondition = string | Condition<'log' | 'scope' | 'resource'>;
/** OTTL on spans, as text or as a condition. */
export type SpanCondition = string | Condition<'span' | 'scope' | 'resource'>;
/** OTTL on the events of spans, as text or as a condition. */
export type SpanEventCondition = string | Condition<'spanevent' | 'span' | 'scope' | 'resource'>;
/** OTTL on metrics, as text or as a condition. */
export type MetricCondition = string | Condition<'metric' | 'scope' | 'resource'>;
/** OTTL on data points, as text or as a condition. */
export type DataPointCondition = string | Condition<'datapoint' | 'metric' | 'scope' | 'resource'>;
/** OTTL on resources, as text or as a condition. */
export type ResourceCondition = string | Condition<'resource'>;
/** OTTL on instrumentation scopes, as text or as a condition. */
export type ScopeCondition = string | Condition<'scope' | 'resource'>;
