import type { MdaiReplaySpec } from '../../../imports/hub.mydecisive.ai';
import type { ReplayModel, ReplaySpecModel } from '../../model/replay';
import type { ObjectMeta } from '../object';
import { replayHeader } from './headers';

export interface RenderedReplay {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: MdaiReplaySpec;
}

/** A replay as the MDAI operator's custom resource. */
export function renderReplay(model: ReplayModel): RenderedReplay {
  const { name, namespace } = model;
  return { ...replayHeader, metadata: { name, namespace }, spec: renderReplaySpec(model) };
}

/** What a replay does, as an object of its own and as an automation say it. */
export function renderReplaySpec(model: ReplaySpecModel): MdaiReplaySpec {
  const { hubName, startTime, endTime, telemetryType, statusVariable, opampEndpoint } = model;
  const { ignoreSendingQueue, source, endpoint, image } = model;
  return {
    ...(hubName !== undefined && { hubName }),
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(telemetryType !== undefined && { telemetryType }),
    statusVariableRef: statusVariable,
    opampEndpoint,
    ...(ignoreSendingQueue !== undefined && { ignoreSendingQueue }),
    ...(source && { source: sourceOf(source) }),
    ...(endpoint !== undefined && { destination: { otlpHttp: { endpoint } } }),
    ...(image !== undefined && { resource: { image } }),
  };
}

function sourceOf({ awsAccessKeySecret, s3 }: NonNullable<ReplaySpecModel['source']>): MdaiReplaySpec['source'] {
  return {
    ...(awsAccessKeySecret !== undefined && { aws: { awsAccessKeySecret } }),
    ...(s3 && {
      s3: {
        s3Region: s3.region,
        s3Bucket: s3.bucket,
        s3Path: s3.path,
        filePrefix: s3.filePrefix,
        s3Partition: s3.partition,
      },
    }),
  };
}
