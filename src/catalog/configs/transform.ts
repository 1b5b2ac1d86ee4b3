import type { Value } from '../../model/value';
import type {
  DataPointCondition,
  ErrorMode,
  LogCondition,
  MetricCondition,
  SpanCondition,
  SpanEventCondition,
} from './shared';

/** Changes telemetry with OTTL statements, in order. */
export interface TransformProcessorConfig {
  /** What happens when a statement fails. @default 'ignore' since 0.159.0, 'propagate' before */
  readonly error_mode?: Value<ErrorMode>;
  /** Statements on spans and their events. */
  readonly trace_statements?: readonly string[] | readonly TransformTraceStatements[];
  /** Statements on metrics and their data points. */
  readonly metric_statements?: readonly string[] | readonly TransformMetricStatements[];
  /** Statements on log records. */
  readonly log_statements?: readonly string[] | readonly TransformLogStatements[];
  /** Statements on profiles. */
  readonly profile_statements?: readonly string[] | readonly TransformProfileStatements[];
  /** Give each log record a resource and scope of its own while statements run; needs the gate `transform.flatten.logs`. @default false */
  readonly flatten_data?: Value<boolean>;
}

interface TransformStatements {
  /** The statements, in order. */
  readonly statements: readonly string[];
  /** What happens when one of these statements fails. @default the processor's `error_mode` */
  readonly error_mode?: Value<ErrorMode>;
}

/** Statements for what meets one of the conditions. */
export interface TransformTraceStatements extends TransformStatements {
  /** @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'span' | 'spanevent';
  /** @default always */
  readonly conditions?: readonly (SpanCondition | SpanEventCondition)[];
}

/** Statements for what meets one of the conditions. */
export interface TransformMetricStatements extends TransformStatements {
  /** `exemplar` since 0.159.0. @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'metric' | 'datapoint' | 'exemplar';
  /** @default always */
  readonly conditions?: readonly (MetricCondition | DataPointCondition)[];
}

/** Statements for what meets one of the conditions. */
export interface TransformLogStatements extends TransformStatements {
  /** @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'log';
  /** @default always */
  readonly conditions?: readonly LogCondition[];
}

/** Statements for what meets one of the conditions. */
export interface TransformProfileStatements extends TransformStatements {
  /** @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'profile';
  /** @default always */
  readonly conditions?: readonly string[];
}
