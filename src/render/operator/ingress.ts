import type { MdaiIngressSpec } from '../../../imports/hub.mydecisive.ai';
import type { IngressModel } from '../../model/ingress';
import type { ObjectMeta } from '../object';
import { ingressHeader } from './headers';

export interface RenderedIngress {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: MdaiIngressSpec;
}

/** An ingress as the MDAI operator's custom resource; what its webhook would add is written out. */
export function renderIngress(model: IngressModel): RenderedIngress {
  const { name, namespace, collector, cloudType, annotations, ingressClassName, hosts } = model;
  return {
    ...ingressHeader,
    metadata: { name, namespace },
    spec: {
      otelCollector: { name: collector },
      cloudType,
      ...(annotations && { annotations: { ...annotations } }),
      ...(ingressClassName !== undefined && { ingressClassName }),
      grpcService: service(model.grpcService, 'NodePort'),
      nonGrpcService: service(model.nonGrpcService, 'LoadBalancer'),
      ...(Object.keys(hosts).length > 0 && { collectorEndpoints: { ...hosts } }),
    },
  };
}

function service(
  given: IngressModel['grpcService'],
  type: MdaiIngressSpec['grpcService']['type'],
): MdaiIngressSpec['grpcService'] {
  const { annotations } = given ?? {};
  return { type: given?.type ?? type, ...(annotations && { annotations: { ...annotations } }) };
}
