import type { CollectorModel, PodModel } from '../../model/collector';
import { identityOf, objectName, selectorLabels } from '../../model/collector-names';
import { core } from '../kubernetes/core';
import type { KubernetesObject } from '../object';
import { autoscaler, disruptionBudget } from '../pods/availability';
import { defined } from '../pods/merge';
import { configYaml } from './config';
import { workloadHeader } from './header';
import { objectLabels } from './labels';
import { configKey } from './pod-template';
import { services } from './services';

/** What the operator would make of a collector beside its workload, by construct id. */
export function workloadObjects(collector: CollectorModel, pod: PodModel): Record<string, KubernetesObject> {
  const header = workloadHeader(pod.mode);
  if (header === undefined) return {};
  return {
    ConfigMap: core().KubeConfigMap.manifest({
      metadata: metadata(collector),
      data: { [configKey]: configYaml(collector) },
    }),
    ...services(collector, pod),
    ...scaling(collector, pod, header),
  };
}

function metadata(collector: CollectorModel) {
  return {
    name: objectName(collector),
    namespace: collector.namespace,
    labels: objectLabels({ ...identityOf(collector), release: collector.release }),
  };
}

function scaling(
  collector: CollectorModel,
  pod: PodModel,
  header: { readonly apiVersion: string; readonly kind: string },
): Record<string, KubernetesObject> {
  const scaler = pod.mode === 'daemonset' ? undefined : autoscaler(pod);
  const budget = pod.mode === 'daemonset' ? undefined : disruptionBudget(pod);
  const objects: Record<string, KubernetesObject> = {};
  if (scaler) {
    const { minReplicas, maxReplicas, behavior, metrics = [], targetCPUUtilization, targetMemoryUtilization } = scaler;
    const utilization = (name: string, averageUtilization: number | undefined) =>
      averageUtilization === undefined
        ? []
        : [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
    objects.HorizontalPodAutoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: defined(metadata(collector)),
      spec: defined({
        scaleTargetRef: { ...header, name: objectName(collector) },
        minReplicas,
        maxReplicas,
        behavior,
        metrics: [
          ...utilization('cpu', targetCPUUtilization),
          ...utilization('memory', targetMemoryUtilization),
          ...metrics,
        ],
      }),
    };
  }
  if (budget) {
    objects.PodDisruptionBudget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: defined(metadata(collector)),
      spec: { selector: { matchLabels: { ...selectorLabels(identityOf(collector)) } }, ...budget },
    };
  }
  return objects;
}
