import type { Value } from '../../model/value';
import type { GrpcServerConfig } from './shared-grpc';
import type { HttpServerConfig } from './shared-http';

/** Receives OTLP by gRPC, HTTP or both. */
export interface OtlpReceiverConfig {
  /** The protocols to speak; one is on when it is named, `{}` for its defaults. */
  readonly protocols: OtlpProtocols;
}

export interface OtlpProtocols {
  /** OTLP by gRPC, port 4317. @default off */
  readonly grpc?: OtlpGrpcProtocol;
  /** OTLP by HTTP, port 4318. @default off */
  readonly http?: OtlpHttpProtocol;
}

export interface OtlpGrpcProtocol extends GrpcServerConfig {
  /** False leaves the protocol out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

export interface OtlpHttpProtocol extends HttpServerConfig {
  /** The path for traces. @default '/v1/traces' */
  readonly traces_url_path?: Value<string>;
  /** The path for metrics. @default '/v1/metrics' */
  readonly metrics_url_path?: Value<string>;
  /** The path for logs. @default '/v1/logs' */
  readonly logs_url_path?: Value<string>;
  /** False leaves the protocol out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}
