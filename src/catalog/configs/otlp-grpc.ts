import type { ExporterConfig } from './shared-exporter';
import type { GrpcClientConfig } from './shared-grpc';

/** Sends OTLP by gRPC. */
export interface OtlpGrpcExporterConfig extends GrpcClientConfig, ExporterConfig {}
