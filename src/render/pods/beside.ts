import type { CollectorModel, PodModel } from '../../model/collector';
import type { KubernetesObject } from '../object';
import { access } from './access';
import { certificates } from './certificates';
import { claims } from './claims';
import { networkPolicy } from './network-policy';
import { podPlan } from './pod-plan';

/** The objects that a collector needs beside its workload, in either back end, by construct id. */
export function besideWorkload(collector: CollectorModel, pod: PodModel): Record<string, KubernetesObject> {
  if (pod.mode === 'sidecar') return certificates(collector);
  const { needs, servicePorts } = podPlan(collector, pod);
  const watched = needs.ports.filter(({ role }) => role === 'metrics' || role === 'extension');
  const policy = networkPolicy(collector, pod, needs, [
    ...servicePorts.map(({ port, targetPort, protocol }) => ({
      port: typeof targetPort === 'number' ? targetPort : port,
      protocol: protocol ?? 'TCP',
    })),
    ...watched.map(({ port, transport }) => ({ port, protocol: transport })),
  ]);
  return {
    ...access(collector, pod, needs.access),
    ...certificates(collector),
    ...claims(collector, pod),
    ...(policy && { NetworkPolicy: policy }),
  };
}
