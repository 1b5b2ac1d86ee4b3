import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { HubMonitorModel, LogStreamModel, LogStreamsModel } from '../model/hub-monitor';
import type { ScrapeModel, servesMetrics } from '../model/scrape';
import type { Toleration } from '../model/toleration';
import { hubMonitorScrape } from '../prometheus/scrape-targets';
import { Registry } from '../registry';
import { hubMonitorHeader } from '../render/operator/headers';
import { renderHubMonitor } from '../render/operator/hub-monitor';

/** A stream of logs that is sent on. */
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

/** What a collector of the hub's own logs is given. */
export interface MdaiCollectorProps {
  /**
   * The name of the Kubernetes object: at most 32 lower-case letters, digits and dashes.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** Where the logs go besides its own standard output. @default nowhere */
  readonly logs?: {
    /** An OTLP/gRPC endpoint, `host:port`, without TLS. */
    readonly otlp?: LogStreams & { readonly endpoint: string };
    /** A bucket; `awsAccessKeySecret` is needed for it. */
    readonly s3?: LogStreams & { readonly s3Region: string; readonly s3Bucket: string };
  };
  /** The Secret with `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` for `logs.s3`. */
  readonly awsAccessKeySecret?: string;
  /** The image that runs it. @default the MDAI operator's choice */
  readonly image?: string;
  /** @default 1 */
  readonly replicas?: number;
  /** Taints of nodes that its pods bear with. @default none */
  readonly tolerations?: readonly Toleration[];
}

/** An `MdaiCollector`: it gathers the logs of the hub's own parts, of collectors and of Kubernetes, and counts errors. */
export class MdaiCollector extends Construct {
  declare readonly [servesMetrics]: true;
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: MdaiCollectorProps = {}) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    new ApiObject(this, 'Default', {
      ...hubMonitorHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: Lazy.any({ produce: () => renderHubMonitor(registry.modelOf('hubMonitors', this)).spec }),
    });
    registry.add(this, {
      contribute: (draft) => {
        draft.hubMonitors.push({
          path: this.node.path,
          name: this.name,
          namespace: this.namespace,
          ...modelOf(props),
        });
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

function modelOf({
  logs,
  awsAccessKeySecret,
  image,
  replicas,
  tolerations,
}: MdaiCollectorProps): Partial<HubMonitorModel> {
  return {
    ...(image !== undefined && { image }),
    ...(replicas !== undefined && { replicas }),
    ...(tolerations && { tolerations }),
    ...(awsAccessKeySecret !== undefined && { awsAccessKeySecret }),
    ...(logs && {
      logs: {
        ...(logs.otlp && { otlp: { endpoint: logs.otlp.endpoint, ...streams(logs.otlp) } }),
        ...(logs.s3 && { s3: { region: logs.s3.s3Region, bucket: logs.s3.s3Bucket, ...streams(logs.s3) } }),
      },
    }),
  };
}

function streams({ auditLogs, collectorLogs, hubLogs, otherLogs }: LogStreams): LogStreamsModel {
  const given: Record<string, LogStreamModel | undefined> = { auditLogs, collectorLogs, hubLogs, otherLogs };
  return Object.fromEntries(Object.entries(given).filter(([, stream]) => stream !== undefined));
}
