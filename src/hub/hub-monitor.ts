import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { MdaiCollectorSpec } from '../../imports/hub.mydecisive.ai';
import type { ScrapeModel, servesMetrics } from '../model/scrape';
import { hubMonitorScrape } from '../prometheus/scrape-targets';
import { Registry } from '../registry';
import { hubMonitorHeader } from '../render/operator/headers';

/** A stream of logs that the hub monitor sends on. */
export interface LogStream {
  /** @default false */
  readonly disabled?: boolean;
  /** @default all severities */
  readonly minSeverity?: 'debug' | 'info' | 'warn' | 'error';
}

/** The streams of logs by where they come from. */
export interface LogStreams {
  /** What changed in the hub, and why. */
  readonly auditLogs?: { readonly disabled?: boolean };
  /** Logs of collectors. */
  readonly collectorLogs?: LogStream;
  /** Logs of the hub’s own parts. */
  readonly hubLogs?: LogStream;
  /** All other logs. */
  readonly otherLogs?: LogStream;
}

/** What a hub monitor is given. */
export interface HubMonitorProps {
  /** @default 'hub-monitor' */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** Where the logs go besides the monitor's own standard output. @default nowhere */
  readonly logs?: {
    /** An OTLP/gRPC endpoint, `host:port`, without TLS. */
    readonly otlp?: LogStreams & { readonly endpoint: string };
    readonly s3?: LogStreams & { readonly s3Region: string; readonly s3Bucket: string };
  };
  /** The Secret with the AWS credentials for `logs.s3`. */
  readonly awsAccessKeySecret?: string;
}

/** The `MdaiCollector` that gathers the logs of the hub's own parts, of collectors and of Kubernetes, and counts errors. */
export class HubMonitor extends Construct {
  declare readonly [servesMetrics]: true;
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: HubMonitorProps = {}) {
    super(scope, id);
    this.name = props.name ?? 'hub-monitor';
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const spec: MdaiCollectorSpec = {
      ...(props.logs && { logs: props.logs as MdaiCollectorSpec['logs'] }),
      ...(props.awsAccessKeySecret !== undefined && { aws: { awsAccessKeySecret: props.awsAccessKeySecret } }),
    };
    new ApiObject(this, 'Default', {
      ...hubMonitorHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec,
    });
    Registry.of(this).add(this, {
      contribute: (draft) => {
        draft.hubMonitors.push({ path: this.node.path, name: this.name, namespace: this.namespace });
      },
    });
  }

  /** Where collectors send their own logs: OTLP over HTTP. */
  get logsEndpoint(): string {
    const domain = this.namespace === undefined ? '' : `.${this.namespace}.svc.cluster.local`;
    return `http://${this.name}-mdai-collector-service${domain}:4318`;
  }

  /** @internal */
  scrapeTarget(): ScrapeModel {
    return hubMonitorScrape({ path: this.node.path, name: this.name, namespace: this.namespace });
  }
}
