import type { AttributesProcessorConfig } from './configs/attributes';
import type { BatchProcessorConfig } from './configs/batch';
import type { BearerTokenAuthExtensionConfig } from './configs/bearertokenauth';
import type { CountConnectorConfig } from './configs/count';
import type { DebugExporterConfig } from './configs/debug';
import type { DeltaToCumulativeProcessorConfig } from './configs/delta-to-cumulative';
import type { FileExporterConfig } from './configs/file';
import type { FileStorageExtensionConfig } from './configs/file-storage';
import type { FilterProcessorConfig } from './configs/filter';
import type { FluentForwardReceiverConfig } from './configs/fluent-forward';
import type { ForwardConnectorConfig } from './configs/forward';
import type { GroupByAttrsProcessorConfig } from './configs/groupbyattrs';
import type { HealthCheckExtensionConfig } from './configs/health-check';
import type { LoadBalancingExporterConfig } from './configs/load-balancing';
import type { MemoryLimiterProcessorConfig } from './configs/memory-limiter';
import type { NopExporterConfig } from './configs/nop';
import type { OtlpReceiverConfig } from './configs/otlp';
import type { OtlpGrpcExporterConfig } from './configs/otlp-grpc';
import type { OtlpHttpExporterConfig } from './configs/otlp-http';
import type { ProbabilisticSamplerProcessorConfig } from './configs/probabilistic-sampler';
import type { PrometheusExporterConfig } from './configs/prometheus';
import type { ResourceProcessorConfig } from './configs/resource';
import type { RoutingConnectorConfig } from './configs/routing';
import type { TailSamplingProcessorConfig } from './configs/tail-sampling';
import type { TransformProcessorConfig } from './configs/transform';
import type { ZPagesExtensionConfig } from './configs/zpages';
import type { ComponentType, ConnectorType, ExtensionType } from './factories';

/** The signals that every release carries. */
type Signals = 'traces' | 'metrics' | 'logs';

/** The receivers that the catalogue describes. */
export interface KnownReceivers {
  otlp: ComponentType<OtlpReceiverConfig, Signals>;
  fluent_forward: ComponentType<FluentForwardReceiverConfig, 'logs'>;
}

/** The processors that the catalogue describes. */
export interface KnownProcessors {
  memory_limiter: ComponentType<MemoryLimiterProcessorConfig, Signals>;
  batch: ComponentType<BatchProcessorConfig, Signals>;
  filter: ComponentType<FilterProcessorConfig, Signals>;
  resource: ComponentType<ResourceProcessorConfig, Signals>;
  attributes: ComponentType<AttributesProcessorConfig, Signals>;
  groupbyattrs: ComponentType<GroupByAttrsProcessorConfig, Signals>;
  transform: ComponentType<TransformProcessorConfig, Signals>;
  tail_sampling: ComponentType<TailSamplingProcessorConfig, 'traces'>;
  delta_to_cumulative: ComponentType<DeltaToCumulativeProcessorConfig, 'metrics'>;
  probabilistic_sampler: ComponentType<ProbabilisticSamplerProcessorConfig, 'traces' | 'logs'>;
}

/** The exporters that the catalogue describes. */
export interface KnownExporters {
  otlp_grpc: ComponentType<OtlpGrpcExporterConfig, Signals>;
  otlp_http: ComponentType<OtlpHttpExporterConfig, Signals>;
  debug: ComponentType<DebugExporterConfig, Signals>;
  prometheus: ComponentType<PrometheusExporterConfig, 'metrics'>;
  load_balancing: ComponentType<LoadBalancingExporterConfig, Signals>;
  file: ComponentType<FileExporterConfig, Signals>;
  nop: ComponentType<NopExporterConfig, Signals>;
}

/** The connectors that the catalogue describes. */
export interface KnownConnectors {
  count: ConnectorType<CountConnectorConfig, Signals, 'metrics'>;
  forward: ConnectorType<ForwardConnectorConfig, Signals, Signals>;
  routing: ConnectorType<RoutingConnectorConfig, Signals, Signals>;
}

/** The extensions that the catalogue describes. */
export interface KnownExtensions {
  health_check: ExtensionType<HealthCheckExtensionConfig>;
  file_storage: ExtensionType<FileStorageExtensionConfig, 'storage'>;
  bearertokenauth: ExtensionType<BearerTokenAuthExtensionConfig, 'clientAuth' | 'serverAuth'>;
  zpages: ExtensionType<ZPagesExtensionConfig>;
}
