import type { CollectorModel, PodModel } from '../../model/collector';
import type { KubernetesObject } from '../object';
import { defined } from './merge';
import { podPlan } from './pod-plan';
import { claimName, claimSpec, persistsInDeployment, storageVolumes } from './volumes';

/**
 * The volume claims of a deployment's one pod, by construct id; those of a stateful set are made from its templates, and the
 * operator makes none for deployments.
 */
export function claims(collector: CollectorModel, pod: PodModel): Record<string, KubernetesObject> {
  if (!persistsInDeployment(pod) || !pod.derive.mounts) return {};
  const { needs } = podPlan(collector, pod);
  return Object.fromEntries(
    storageVolumes(needs.mounts).map((volume) => [
      `PersistentVolumeClaim-${volume}`,
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: defined({ name: claimName(collector, volume), namespace: collector.namespace }),
        spec: claimSpec(pod),
      },
    ]),
  );
}
