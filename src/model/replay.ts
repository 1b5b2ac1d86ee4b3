/** The part of the telemetry that a replay sends again. */
export type ReplayedSignal = 'logs' | 'metrics' | 'traces';

/** Where an S3 bucket holds the telemetry. */
export interface ReplayBucketModel {
  readonly region: string;
  readonly bucket: string;
  readonly filePrefix: string;
  /** The path within the bucket, under which the folders of the time begin. */
  readonly path: string;
  /** How long the time is that a folder holds. */
  readonly partition: 'minute' | 'hour';
}

/** What a replay does, whether it is an object of its own or one that an automation deploys. */
export interface ReplaySpecModel {
  /** Given by the event hub to a replay that it deploys. */
  readonly hubName?: string;
  /** RFC 3339, `YYYY-MM-DD HH:MM` or `YYYY-MM-DD`; given by the event hub to a replay that it deploys. */
  readonly startTime?: string;
  readonly endTime?: string;
  /** Given by the event hub to a replay that it deploys. */
  readonly telemetryType?: ReplayedSignal;
  /** The key of the hub's variable that holds what became of it. */
  readonly statusVariable: string;
  /** The OpAMP server to which it reports. */
  readonly opampEndpoint: string;
  /** Whether it may be removed before all is sent. */
  readonly ignoreSendingQueue?: boolean;
  readonly source?: {
    /** The Secret with the AWS credentials. */
    readonly awsAccessKeySecret?: string;
    readonly s3?: ReplayBucketModel;
  };
  /** The OTLP/HTTP endpoint that the telemetry is sent to. */
  readonly endpoint?: string;
  readonly image?: string;
}

/** An `MdaiReplay`: telemetry of the past, read from S3 and sent again. */
export interface ReplayModel extends ReplaySpecModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
}
