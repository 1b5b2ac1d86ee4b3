import type { MdaiCollectorSpec } from '../../../imports/hub.mydecisive.ai';
import type { HubMonitorModel } from '../../model/hub-monitor';
import type { ObjectMeta } from '../object';
import { hubMonitorHeader } from './headers';

export interface RenderedHubMonitor {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: MdaiCollectorSpec;
}

/** A collector of the hub's own logs as the MDAI operator's custom resource. */
export function renderHubMonitor(model: HubMonitorModel): RenderedHubMonitor {
  const { name, namespace, image, replicas, tolerations, awsAccessKeySecret, logs } = model;
  return {
    ...hubMonitorHeader,
    metadata: { name, namespace },
    spec: {
      ...(image !== undefined && { image }),
      ...(replicas !== undefined && { replicas }),
      ...(tolerations && { tolerations }),
      ...(awsAccessKeySecret !== undefined && { aws: { awsAccessKeySecret } }),
      ...(logs && { logs: logsOf(logs) }),
    },
  };
}

function logsOf({ otlp, s3 }: NonNullable<HubMonitorModel['logs']>): MdaiCollectorSpec['logs'] {
  const { region, bucket, ...streams } = s3 ?? {};
  return {
    ...(otlp && { otlp }),
    ...(region !== undefined && bucket !== undefined && { s3: { s3Region: region, s3Bucket: bucket, ...streams } }),
  };
}
