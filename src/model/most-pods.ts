import type { PodModel } from './collector';

/** The most pods that there can be; none where the nodes decide, or pods that a sidecar joins and nobody counts. */
export function mostPods({ mode, replicas, options, joins }: PodModel): number | undefined {
  if (mode === 'sidecar') return joins;
  if (mode === 'daemonset') return undefined;
  return options.autoscaler?.maxReplicas ?? (typeof replicas === 'number' ? replicas : replicas.max);
}
