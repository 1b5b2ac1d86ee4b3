import type { DurationValue, Value } from '../../model/value';
import type { GrpcServerConfig } from './shared-grpc';
import type { HttpServerConfig } from './shared-http';

/** Answers probes on port 13133. */
export interface HealthCheckExtensionConfig extends HttpServerConfig {
  /** The path to ask. @default '/' */
  readonly path?: Value<string>;
  /** What is answered. @default a line of JSON */
  readonly response_body?: HealthCheckResponseBody;
  /** Counts failures of exporters. Since 0.159.0 it has no effect. @default off */
  readonly check_collector_pipeline?: HealthCheckPipeline;
  /** Use `http` and `grpc`; needs the gate `extension.healthcheck.useComponentStatus`. Since 0.159.0. @default false */
  readonly use_v2?: Value<boolean>;
  /** The HTTP server of `use_v2`. Since 0.159.0. @default off */
  readonly http?: HealthCheckHttp;
  /** The gRPC server of `use_v2`, port 13132. Since 0.159.0. @default off */
  readonly grpc?: GrpcServerConfig;
  /** Which errors of components count, for `use_v2`. Since 0.159.0. */
  readonly component_health?: HealthCheckComponents;
}

/** What is answered to a probe. */
export interface HealthCheckResponseBody {
  /** While the collector runs. */
  readonly healthy?: Value<string>;
  /** While it starts or stops. */
  readonly unhealthy?: Value<string>;
}

/** Counts failures of exporters. */
export interface HealthCheckPipeline {
  /** @default false */
  readonly enabled?: Value<boolean>;
  /** How far back failures count, as text. @default '5m' */
  readonly interval?: Value<string>;
  /** The number of failures that make the collector unhealthy. @default 5 */
  readonly exporter_failure_threshold?: Value<number>;
}

/** The HTTP server of `use_v2`. */
export interface HealthCheckHttp extends HttpServerConfig {
  /** Shows the state of the components. @default on, '/status' */
  readonly status?: HealthCheckPath;
  /** Shows the configuration. @default off, '/config' */
  readonly config?: HealthCheckPath;
}

/** A page of the HTTP server. */
export interface HealthCheckPath {
  readonly enabled?: Value<boolean>;
  readonly path?: Value<string>;
  /** Show the attributes of the components' states too. @default false */
  readonly include_attributes?: Value<boolean>;
}

/** Which errors of components make the collector unhealthy. */
export interface HealthCheckComponents {
  /** Those that do not pass. @default false */
  readonly include_permanent_errors?: Value<boolean>;
  /** Those that may pass. @default false */
  readonly include_recoverable_errors?: Value<boolean>;
  /** How long such an error may last. @default 1m */
  readonly recovery_duration?: DurationValue;
}
