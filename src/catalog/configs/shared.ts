import type { Value } from '../../model/value';
import type { Condition } from '../../ottl/condition';
import type { Extension } from '../component';

/** A pipeline or route of the same collector, as `collector.pipeline(…)` and `collector.route(…)` return it. */
export interface PipelineRef {
  /** `signal` or `signal/name`. */
  readonly pipelineId: string;
}

/** What a component does when OTTL fails on a record: log it and go on, go on in silence, or give the error back. */
export type ErrorMode = 'ignore' | 'silent' | 'propagate';

/** A value of an attribute: a scalar, or a list or map of values. */
export type AttributeValue =
  | Value<string | number | boolean>
  | readonly AttributeValue[]
  | { readonly [key: string]: AttributeValue };

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

/** Headers by name. Values that name a credential belong in a Secret: `secret('vendor', 'token')`. */
export interface Headers {
  readonly [name: string]: Value<string>;
}

/** Who proves its identity to a server, and how. */
export interface ClientAuthConfig {
  /** The extension that adds the credentials. */
  readonly authenticator: Extension<'clientAuth'>;
  /** False leaves authentication out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** How a server checks who calls it. */
export interface ServerAuthConfig {
  /** The extension that checks the credentials. */
  readonly authenticator: Extension<'serverAuth'>;
  /** False leaves authentication out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** An extension that sees every request. */
export interface MiddlewareConfig {
  /** The extension. */
  readonly id: Extension<'other'>;
}

/** How the bytes on the wire are compressed. */
export type Compression = 'gzip' | 'zlib' | 'deflate' | 'snappy' | 'x-snappy-framed' | 'zstd' | 'lz4' | 'none';

/** How hard to compress. */
export interface CompressionParams {
  /** The algorithm's own level, e.g. 1 (fast) to 9 (small) for gzip. @default the algorithm's */
  readonly level?: Value<number>;
}
