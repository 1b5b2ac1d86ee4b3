import type { Value } from '../../model/value';
import type {
  AttributeValue,
  DataPointCondition,
  LogCondition,
  MetricCondition,
  SpanCondition,
  SpanEventCondition,
} from './shared';

/** Counts telemetry. For a signal without metrics of its own, one metric counts all, e.g. `trace.span.count`. */
export interface CountConnectorConfig {
  /** Metrics that count spans, by name. @default `trace.span.count` */
  readonly spans?: { readonly [metric: string]: SpanCount };
  /** Metrics that count span events, by name. @default `trace.span.event.count` */
  readonly spanevents?: { readonly [metric: string]: SpanEventCount };
  /** Metrics that count metrics, by name. @default `metric.count` */
  readonly metrics?: { readonly [metric: string]: MetricCount };
  /** Metrics that count data points, by name. @default `metric.datapoint.count` */
  readonly datapoints?: { readonly [metric: string]: DataPointCount };
  /** Metrics that count log records, by name. @default `log.record.count` */
  readonly logs?: { readonly [metric: string]: LogCount };
  /** Metrics that count profiles, by name. @default `profile.count` */
  readonly profiles?: { readonly [metric: string]: ProfileCount };
}

/** An attribute of the counted record that becomes one of the metric. */
export interface CountAttribute {
  readonly key: Value<string>;
  /** The value where a record lacks it. @default the record is not counted */
  readonly default_value?: AttributeValue;
}

interface CountMetric {
  /** What the metric says of itself. */
  readonly description?: Value<string>;
}

interface CountByAttributes extends CountMetric {
  /** Count by these attributes. @default none */
  readonly attributes?: readonly CountAttribute[];
}

export interface SpanCount extends CountByAttributes {
  /** Count only spans that meet one of these. @default all */
  readonly conditions?: readonly SpanCondition[];
}

export interface SpanEventCount extends CountByAttributes {
  /** Count only span events that meet one of these. @default all */
  readonly conditions?: readonly SpanEventCondition[];
}

export interface MetricCount extends CountMetric {
  /** Count only metrics that meet one of these. @default all */
  readonly conditions?: readonly MetricCondition[];
}

export interface DataPointCount extends CountByAttributes {
  /** Count only data points that meet one of these. @default all */
  readonly conditions?: readonly DataPointCondition[];
}

export interface LogCount extends CountByAttributes {
  /** Count only log records that meet one of these. @default all */
  readonly conditions?: readonly LogCondition[];
}

export interface ProfileCount extends CountByAttributes {
  /** Count only profiles that meet one of these. @default all */
  readonly conditions?: readonly string[];
}
