import type { Exporter } from '../catalog/component';
import { gatewayUrl } from '../model/gateway';
import { MdaiError } from '../model/issue';
import type { ReplaySpecModel } from '../model/replay';
import type { HubVariable } from './variable-state';

/** Where the telemetry of a replay is: what `awss3` exporters and hub monitors wrote. */
export interface ReplaySource {
  /** The Secret with `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`. */
  readonly awsAccessKeySecret: string;
  readonly s3Region: string;
  readonly s3Bucket: string;
  /** The path in the bucket, before the folders of the time. */
  readonly s3Path: string;
  /** What the names of the files begin with. */
  readonly filePrefix: string;
  /** How long the time is that a folder holds. */
  readonly s3Partition: 'minute' | 'hour';
}

/** What a replay sends again, and where to. */
export interface ReplayOptions {
  readonly source: ReplaySource;
  /**
   * The base URL of OTLP over HTTP that it is sent to, or a collector's own:
   * `gateway.inlet(otlp, { protocol: 'http' })`.
   */
  readonly to: string | Exporter<string>;
  /**
   * The OpAMP server that hears how far it is.
   * @default the MDAI gateway in the hub's namespace
   */
  readonly opampEndpoint?: string;
  /**
   * Whether it may be removed before all is sent.
   * @default false
   */
  readonly ignoreSendingQueue?: boolean;
  /** The image of the collector that does it. @default the MDAI operator's choice */
  readonly image?: string;
}

/** @throws MdaiError for an exporter that a replay cannot be */
export function replaySpec(options: ReplayOptions, status: HubVariable<'string'>): ReplaySpecModel {
  const { source, to, opampEndpoint, ignoreSendingQueue, image } = options;
  const { awsAccessKeySecret, s3Region, s3Bucket, s3Path, filePrefix, s3Partition } = source;
  return {
    statusVariable: status.key,
    opampEndpoint: opampEndpoint ?? gatewayUrl(status.owner.namespace, '/opamp'),
    ...(ignoreSendingQueue !== undefined && { ignoreSendingQueue }),
    source: {
      awsAccessKeySecret,
      s3: { region: s3Region, bucket: s3Bucket, filePrefix, path: s3Path, partition: s3Partition },
    },
    endpoint: typeof to === 'string' ? to : endpointOf(to),
    ...(image !== undefined && { image }),
  };
}

function endpointOf({ id, type, config }: Exporter<string>): string {
  const { endpoint, ...more } = config as { readonly endpoint?: unknown };
  if (type === 'otlp_http' && typeof endpoint === 'string' && Object.keys(more).length === 0) return endpoint;
  throw new MdaiError(
    `A replay cannot send as ${id} does: it knows a plain endpoint of OTLP over HTTP, without TLS of its own and headers. Write its URL, or inlet(receiver, { protocol: 'http' }).`,
  );
}
