import type { MdaiDalSpec } from '../../../imports/hub.mydecisive.ai';
import type { DalModel } from '../../model/dal';
import type { ObjectMeta } from '../object';
import { dalHeader } from './headers';

export interface RenderedDal {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: MdaiDalSpec;
}

/** A data access layer as the MDAI operator's custom resource. */
export function renderDal(model: DalModel): RenderedDal {
  const { name, namespace, granularity, usePayloadTs, marshaler, bucket, prefix, region, credentials, image } = model;
  return {
    ...dalHeader,
    metadata: { name, namespace },
    spec: {
      granularity,
      ...(usePayloadTs !== undefined && { usePayloadTs }),
      ...(marshaler !== undefined && { marshaler }),
      s3: { bucket, ...(prefix !== undefined && { prefix }) },
      aws: { region, ...(credentials && { credentials: { ...credentials } }) },
      ...(image && { imageSpec: { ...image } }),
    },
  };
}
