import type { Value } from '../../model/value';
import type {
  DataPointCondition,
  ErrorMode,
  LogCondition,
  MetricCondition,
  SpanCondition,
  SpanEventCondition,
} from './conditions';

export type FilterTraceCondition = SpanCondition | SpanEventCondition;
export type FilterMetricCondition = MetricCondition | DataPointCondition;

interface FilterConditions {
  /** What happens when one of these conditions fails. @default the processor's `error_mode` */
  readonly error_mode?: Value<ErrorMode>;
}

/** Conditions with a context of their own. */
export interface FilterTraceConditions extends FilterConditions {
  /** @default follows from the conditions */
  readonly context?: 'resource' | 'scope' | 'span' | 'spanevent';
  readonly conditions: readonly FilterTraceCondition[];
}

/** Conditions with a context of their own. */
export interface FilterMetricConditions extends FilterConditions {
  /** @default follows from the conditions */
  readonly context?: 'resource' | 'scope' | 'metric' | 'datapoint';
  readonly conditions: readonly FilterMetricCondition[];
}

/** Conditions with a context of their own. */
export interface FilterLogConditions extends FilterConditions {
  /** @default follows from the conditions */
  readonly context?: 'resource' | 'scope' | 'log';
  readonly conditions: readonly LogCondition[];
}

/** Conditions with a context of their own. */
export interface FilterProfileConditions extends FilterConditions {
  /** @default follows from the conditions */
  readonly context?: 'resource' | 'scope' | 'profile';
  readonly conditions: readonly string[];
}
