import type { CollectorModel, PodModel } from '../../model/collector';
import { headlessName, identityOf, objectName, selectorLabels } from '../../model/collector-names';
import { merged } from '../../model/merge';
import { metadataOf } from '../kubernetes/plain-object';
import type { KubernetesObject } from '../object';
import { autoscaler } from '../pods/availability';
import { defined } from '../pods/merge';
import { podPlan } from '../pods/pod-plan';
import { workloadKinds } from './header';
import { ownerOf } from './labels';
import { checksum, podTemplate } from './pod-template';

/** The Deployment, DaemonSet or StatefulSet of a collector. */
export function renderWorkload(collector: CollectorModel, pod: PodModel): KubernetesObject {
  const { mode } = pod;
  if (mode === 'sidecar') throw new Error(`${collector.path} has no workload of its own.`);
  return {
    apiVersion: 'apps/v1',
    kind: workloadKinds[mode],
    metadata: metadataOf(ownerOf(collector), objectName(collector)),
    spec: defined({
      // An autoscaler sets the number; one that is applied again with each change would undo what it does.
      ...(mode !== 'daemonset' && autoscaler(pod) === undefined && { replicas: pod.replicas }),
      selector: { matchLabels: { ...selectorLabels(identityOf(collector)) } },
      ...byMode(collector, pod, mode),
      template: podTemplate(collector, pod),
    }),
  };
}

function byMode(collector: CollectorModel, pod: PodModel, mode: keyof typeof workloadKinds): object {
  const { options } = pod;
  switch (mode) {
    case 'deployment':
      return { strategy: podPlan(collector, pod).deploymentUpdateStrategy };
    case 'daemonset':
      return { updateStrategy: options.daemonSetUpdateStrategy };
    case 'statefulset':
      return {
        serviceName: options.serviceName ?? headlessName(collector),
        // As the operator does: collectors do not wait for each other.
        podManagementPolicy: options.podManagementPolicy ?? 'Parallel',
        persistentVolumeClaimRetentionPolicy: options.persistentVolumeClaimRetentionPolicy,
        volumeClaimTemplates: podPlan(collector, pod).volumeClaimTemplates,
      };
  }
}

/** The spec of a workload whose pods change with the files that its ConfigMap has in the end. */
export function withChecksum({ spec }: KubernetesObject, files: Readonly<Record<string, string>> | undefined): unknown {
  if (files === undefined) return spec;
  return merged(spec, { template: { metadata: { annotations: checksum(files) } } });
}
