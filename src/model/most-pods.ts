import type { PodModel } from './collector';

/** The most pods that there can be; none where the nodes, or the pods that a sidecar joins, decide. */
export function mostPods({ mode, replicas, options }: PodModel): number | undefined {
  if (mode === 'daemonset' || mode === 'sidecar') return undefined;
  return options.autoscaler?.maxReplicas ?? (typeof replicas === 'number' ? replicas : replicas.max);
}
