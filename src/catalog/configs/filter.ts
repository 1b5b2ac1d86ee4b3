import type { Value } from '../../model/value';
import type {
  DataPointCondition,
  ErrorMode,
  LogCondition,
  MetricCondition,
  ResourceCondition,
  SpanCondition,
  SpanEventCondition,
} from './shared';
import type { AttributeMatch, MatchConfig, RegexpCacheConfig } from './shared-matching';

/** Drops what meets a condition. */
export interface FilterProcessorConfig {
  /** What happens when a condition fails. @default 'ignore' since 0.159.0, 'propagate' before */
  readonly error_mode?: Value<ErrorMode>;
  /** Drops the spans and span events that meet one of these, or groups of conditions. */
  readonly trace_conditions?: readonly FilterTraceCondition[] | readonly FilterTraceConditions[];
  /** Drops the metrics and data points that meet one of these, or groups of conditions. */
  readonly metric_conditions?: readonly FilterMetricCondition[] | readonly FilterMetricConditions[];
  /** Drops the log records that meet one of these, or groups of conditions. */
  readonly log_conditions?: readonly LogCondition[] | readonly FilterLogConditions[];
  /** Drops the profiles that meet one of these, or groups of conditions. Since 0.159.0. */
  readonly profile_conditions?: readonly string[] | readonly FilterProfileConditions[];
  /** The older form of `trace_conditions`. */
  readonly traces?: FilterTraces;
  /** The older form of `metric_conditions`. */
  readonly metrics?: FilterMetrics;
  /** The older form of `log_conditions`. */
  readonly logs?: FilterLogs;
  /** The older form of `profile_conditions`. Since 0.159.0. */
  readonly profiles?: FilterProfiles;
  /** Spans to keep and to drop, by their properties; `trace_conditions` says more. */
  readonly spans?: FilterSpans;
}

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

export interface FilterTraces {
  /** Drops all spans of a resource that meets one. Since 0.159.0. */
  readonly resource?: readonly ResourceCondition[];
  /** Drops spans. */
  readonly span?: readonly SpanCondition[];
  /** Drops span events. */
  readonly spanevent?: readonly SpanEventCondition[];
}

export interface FilterMetrics {
  /** Drops all metrics of a resource that meets one. Since 0.159.0. */
  readonly resource?: readonly ResourceCondition[];
  /** Drops metrics. */
  readonly metric?: readonly MetricCondition[];
  /** Drops data points. */
  readonly datapoint?: readonly DataPointCondition[];
  /** Keeps only the metrics that match. */
  readonly include?: FilterMetricMatch;
  /** Drops the metrics that match. */
  readonly exclude?: FilterMetricMatch;
  /** Has no effect; the cache stands in `include` and `exclude`. */
  readonly regexp?: RegexpCacheConfig;
}

export interface FilterLogs {
  /** Drops all log records of a resource that meets one. Since 0.159.0. */
  readonly resource?: readonly ResourceCondition[];
  /** Drops log records. */
  readonly log_record?: readonly LogCondition[];
  /** Keeps only the log records that match. */
  readonly include?: FilterLogMatch;
  /** Drops the log records that match. */
  readonly exclude?: FilterLogMatch;
}

export interface FilterProfiles {
  /** Drops all profiles of a resource that meets one. */
  readonly resource?: readonly ResourceCondition[];
  /** Drops profiles. */
  readonly profile?: readonly string[];
}

export interface FilterSpans {
  /** Keeps only the spans that match. */
  readonly include?: MatchConfig;
  /** Drops the spans that match. */
  readonly exclude?: MatchConfig;
}

/** Metrics by their properties. */
export interface FilterMetricMatch {
  /** Whether names are compared as they are, are regular expressions, or `expressions` decide. */
  readonly match_type: Value<'strict' | 'regexp' | 'expr'>;
  /** The cache of the expressions' results. @default off */
  readonly regexp?: RegexpCacheConfig;
  /** Names of metrics. */
  readonly metric_names?: readonly Value<string>[];
  /** Expressions on the data points, for `expr`. */
  readonly expressions?: readonly Value<string>[];
  /** Attributes of the resource. */
  readonly resource_attributes?: readonly AttributeMatch[];
}

/** Log records by their properties. */
export interface FilterLogMatch {
  /** Whether texts are compared as they are or are regular expressions. */
  readonly match_type: Value<'strict' | 'regexp'>;
  /** Attributes of the resource. */
  readonly resource_attributes?: readonly AttributeMatch[];
  /** Attributes of the log record. */
  readonly record_attributes?: readonly AttributeMatch[];
  /** Severities, as their senders wrote them. */
  readonly severity_texts?: readonly Value<string>[];
  /** Severities from a level on. */
  readonly severity_number?: FilterSeverity;
  /** Bodies, where they are text. */
  readonly bodies?: readonly Value<string>[];
}

/** Log records from a severity on. */
export interface FilterSeverity {
  /** The least severity, e.g. `INFO` or `WARN2`. */
  readonly min: Value<string>;
  /** Whether a record without a severity matches. @default false */
  readonly match_undefined?: Value<boolean>;
}
