import { at, type ConfigMap } from '../model/config';
import type { ReplayBucketModel, ReplaySpecModel } from '../model/replay';
import { map, text } from './values';

/** The specification of an `MdaiReplay`, or of one that an automation deploys. */
export function replaySpec(spec: ConfigMap): ReplaySpecModel {
  const { hubName, startTime, endTime, telemetryType, ignoreSendingQueue, source } = spec;
  const endpoint = at(spec, 'destination', 'otlpHttp', 'endpoint');
  const image = at(spec, 'resource', 'image');
  const credentials = at(source, 'aws', 'awsAccessKeySecret');
  const s3 = at(source, 's3');
  return {
    ...(hubName !== undefined && { hubName: text(hubName) }),
    ...(startTime !== undefined && { startTime: text(startTime) }),
    ...(endTime !== undefined && { endTime: text(endTime) }),
    ...(telemetryType !== undefined && { telemetryType: text(telemetryType) as 'logs' }),
    statusVariable: text(spec.statusVariableRef),
    opampEndpoint: text(spec.opampEndpoint),
    ...(typeof ignoreSendingQueue === 'boolean' && { ignoreSendingQueue }),
    ...(source !== undefined && {
      source: {
        ...(credentials !== undefined && { awsAccessKeySecret: text(credentials) }),
        ...(s3 !== undefined && { s3: bucket(map(s3)) }),
      },
    }),
    ...(endpoint !== undefined && { endpoint: text(endpoint) }),
    ...(image !== undefined && { image: text(image) }),
  };
}

function bucket({ s3Region, s3Bucket, filePrefix, s3Path, s3Partition }: ConfigMap): ReplayBucketModel {
  return {
    region: text(s3Region),
    bucket: text(s3Bucket),
    filePrefix: text(filePrefix),
    path: text(s3Path),
    partition: text(s3Partition) as ReplayBucketModel['partition'],
  };
}
