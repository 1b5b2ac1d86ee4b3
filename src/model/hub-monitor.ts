import type { Toleration } from './toleration';

export type MinSeverity = 'debug' | 'info' | 'warn' | 'error';

/** A stream of logs that a hub monitor sends on. */
export interface LogStreamModel {
  readonly disabled?: boolean;
  readonly minSeverity?: MinSeverity;
}

/** The streams of logs by where they come from. */
export interface LogStreamsModel {
  readonly auditLogs?: { readonly disabled?: boolean };
  readonly collectorLogs?: LogStreamModel;
  readonly hubLogs?: LogStreamModel;
  readonly otherLogs?: LogStreamModel;
}

/** The `MdaiCollector` that gathers the logs of the hub's own parts and counts their errors. */
export interface HubMonitorModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly image?: string;
  readonly replicas?: number;
  readonly tolerations?: readonly Toleration[];
  /** The Secret with the AWS credentials. */
  readonly awsAccessKeySecret?: string;
  readonly logs?: {
    readonly otlp?: LogStreamsModel & { readonly endpoint: string };
    readonly s3?: LogStreamsModel & { readonly region: string; readonly bucket: string };
  };
}
