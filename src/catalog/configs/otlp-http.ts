import type { Value } from '../../model/value';
import type { RetryOnFailureConfig, SendingQueueConfig } from './shared-exporter';
import type { HttpClientConfig } from './shared-http';

/** Sends OTLP by HTTP. Needs `endpoint`, or an endpoint of each signal that it carries. */
export interface OtlpHttpExporterConfig extends HttpClientConfig {
  /** The URL for traces. @default `endpoint` and `/v1/traces` */
  readonly traces_endpoint?: Value<string>;
  /** The URL for metrics. @default `endpoint` and `/v1/metrics` */
  readonly metrics_endpoint?: Value<string>;
  /** The URL for logs. @default `endpoint` and `/v1/logs` */
  readonly logs_endpoint?: Value<string>;
  /** The URL for profiles. Since 0.159.0. @default `endpoint` and `/v1development/profiles` */
  readonly profiles_endpoint?: Value<string>;
  /** How OTLP is written. @default 'proto' */
  readonly encoding?: Value<'proto' | 'json'>;
  /** The queue in front of the exporter. @default on */
  readonly sending_queue?: SendingQueueConfig;
  /** When a failed export is tried again. @default on */
  readonly retry_on_failure?: RetryOnFailureConfig;
}
