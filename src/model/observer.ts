import type { Toleration } from './toleration';

/** One measurement of an observer: items and bytes by resource attributes. */
export interface MeasureModel {
  readonly name: string;
  /** Resource attributes, which become the metrics' labels. */
  readonly by: readonly string[];
  readonly countMetric?: string;
  readonly bytesMetric?: string;
  /** What becomes of a log record for which a condition cannot be asked. */
  readonly errorMode?: string;
  /** OTTL conditions in the log context; a log record that meets one is left out. */
  readonly dropLogs: readonly string[];
}

/** What containers of a pod may use, in Kubernetes' own fields. */
export interface ResourcesModel {
  readonly limits?: Readonly<Record<string, number | string>>;
  readonly requests?: Readonly<Record<string, number | string>>;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

/** An `MdaiObserver`: it counts what taps send to it, and Prometheus reads the counts. */
export interface ObserverModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly image?: string;
  readonly replicas?: number;
  readonly resources?: ResourcesModel;
  /** The largest message that it takes by gRPC, in MiB. */
  readonly grpcReceiverMaxMsgSize?: number;
  /** Where its own logs go: a URL for OTLP over HTTP. */
  readonly ownLogsOtlpEndpoint?: string;
  readonly tolerations?: readonly Toleration[];
  readonly measures: readonly MeasureModel[];
}
