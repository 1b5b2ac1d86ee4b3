import type { DurationValue, Value } from '../../model/value';
import type { SendingQueueConfig } from './shared-exporter';
import type { HttpServerConfig } from './shared-http';

/** Offers metrics to a Prometheus that reads them, on the path `/metrics`. */
export interface PrometheusExporterConfig extends HttpServerConfig {
  /** Put before the name of every metric. @default none */
  readonly namespace?: Value<string>;
  /** Labels of every metric. @default none */
  readonly const_labels?: { readonly [label: string]: Value<string> };
  /** Give each sample the time of its data point. @default false */
  readonly send_timestamps?: Value<boolean>;
  /** How long a metric without new points is offered. @default 5m */
  readonly metric_expiration?: DurationValue;
  /** Make labels of the resource's attributes. @default off */
  readonly resource_to_telemetry_conversion?: ResourceToTelemetryConfig;
  /** Offer the OpenMetrics format, with exemplars. @default false */
  readonly enable_open_metrics?: Value<boolean>;
  /** Leave out the labels of the instrumentation scope. Since 0.159.0. @default false */
  readonly without_scope_info?: Value<boolean>;
  /** Add the unit and `_total` to names. `translation_strategy` replaces it. @default true */
  readonly add_metric_suffixes?: Value<boolean>;
  /** How names become Prometheus names. Since 0.159.0. @default follows `add_metric_suffixes` */
  readonly translation_strategy?: Value<PrometheusTranslationStrategy>;
  /** The queue in front of the exporter, which has no defaults of its own. Since 0.159.0. @default off */
  readonly sending_queue?: SendingQueueConfig;
}

/** Whether names keep characters that Prometheus once refused, and get unit and `_total`. */
export type PrometheusTranslationStrategy =
  | 'UnderscoreEscapingWithSuffixes'
  | 'UnderscoreEscapingWithoutSuffixes'
  | 'NoUTF8EscapingWithSuffixes'
  | 'NoTranslation';

/** Labels from the resource's attributes. */
export interface ResourceToTelemetryConfig {
  /** @default false */
  readonly enabled?: Value<boolean>;
  /** Leave out those that identify the service, which become `job` and `instance`. Since 0.159.0. @default false */
  readonly exclude_service_attributes?: Value<boolean>;
}
