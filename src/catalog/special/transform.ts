import type { Value } from '../../model/value';
import type {
  DataPointCondition,
  DataPointStatement,
  ErrorMode,
  LogCondition,
  LogStatement,
  MetricCondition,
  MetricStatement,
  SpanCondition,
  SpanEventCondition,
  SpanEventStatement,
  SpanStatement,
} from './conditions';

interface TransformStatements<S> {
  /** The statements, in order. */
  readonly statements: readonly S[];
  /** What happens when one of these statements fails. @default the processor's `error_mode` */
  readonly error_mode?: Value<ErrorMode>;
}

/** Statements for what meets one of the conditions. */
export interface TransformTraceStatements extends TransformStatements<SpanStatement | SpanEventStatement> {
  /** @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'span' | 'spanevent';
  /** @default always */
  readonly conditions?: readonly (SpanCondition | SpanEventCondition)[];
}

/** Statements for what meets one of the conditions. */
export interface TransformMetricStatements extends TransformStatements<MetricStatement | DataPointStatement> {
  /** `exemplar` since 0.159.0. @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'metric' | 'datapoint' | 'exemplar';
  /** @default always */
  readonly conditions?: readonly (MetricCondition | DataPointCondition)[];
}

/** Statements for what meets one of the conditions. */
export interface TransformLogStatements extends TransformStatements<LogStatement> {
  /** @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'log';
  /** @default always */
  readonly conditions?: readonly LogCondition[];
}

/** Statements for what meets one of the conditions. */
export interface TransformProfileStatements extends TransformStatements<string> {
  /** @default follows from the paths in the statements */
  readonly context?: 'resource' | 'scope' | 'profile';
  /** @default always */
  readonly conditions?: readonly string[];
}
