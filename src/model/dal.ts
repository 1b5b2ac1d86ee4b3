/** How long the time is that one folder in S3 holds. */
export type Granularity = 'weekly' | 'daily' | 'hourly' | 'minutely';

/** An `MdaiDal`: takes OTLP and writes it to S3. */
export interface DalModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly granularity: Granularity;
  /** Whether the folder follows from the earliest time in the telemetry, and not from when it arrived. @default false */
  readonly usePayloadTs?: boolean;
  /** The form of what is written. @default json */
  readonly marshaler?: string;
  readonly bucket: string;
  readonly prefix?: string;
  readonly region: string;
  /** The Secret with the AWS credentials. */
  readonly credentials?: {
    /** @default aws-credentials */
    readonly secretName?: string;
    /** @default AWS_ACCESS_KEY_ID */
    readonly accessKeyField?: string;
    /** @default AWS_SECRET_ACCESS_KEY */
    readonly secretKeyField?: string;
  };
  readonly image?: {
    readonly repository?: string;
    readonly tag?: string;
    readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
}
