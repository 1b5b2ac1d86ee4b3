import type { CollectorModel, PodModel } from '../../model/collector';
import { identityOf, objectName, selectorLabels } from '../../model/collector-names';
import { plainObject } from '../kubernetes/plain-object';
import type { KubernetesObject } from '../object';
import { autoscaler, disruptionBudget } from '../pods/availability';
import { defined } from '../pods/merge';
import { configYaml } from './config';
import { workloadHeader } from './header';
import { ownerOf } from './labels';
import { configKey } from './pod-template';
import { services } from './services';

/** What the operator would make of a collector beside its workload, by construct id. */
export function workloadObjects(collector: CollectorModel, pod: PodModel): Record<string, KubernetesObject> {
  const header = workloadHeader(pod.mode);
  if (header === undefined) return {};
  return {
    ConfigMap: plainObject('ConfigMap', ownerOf(collector), objectName(collector), {
      data: { [configKey]: configYaml(collector) },
    }),
    ...services(collector, pod),
    ...scaling(collector, pod, header),
  };
}

function scaling(
  collector: CollectorModel,
  pod: PodModel,
  header: { readonly apiVersion: string; readonly kind: string },
): Record<string, KubernetesObject> {
  const scaler = pod.mode === 'daemonset' ? undefined : autoscaler(pod);
  const budget = pod.mode === 'daemonset' ? undefined : disruptionBudget(pod);
  const owner = ownerOf(collector);
  const name = objectName(collector);
  const objects: Record<string, KubernetesObject> = {};
  if (scaler) {
    const { minReplicas, maxReplicas, behavior, metrics = [], targetCPUUtilization, targetMemoryUtilization } = scaler;
    const utilization = (resource: string, averageUtilization: number | undefined) =>
      averageUtilization === undefined
        ? []
        : [{ type: 'Resource', resource: { name: resource, target: { type: 'Utilization', averageUtilization } } }];
    objects.HorizontalPodAutoscaler = plainObject('HorizontalPodAutoscaler', owner, name, {
      spec: defined({
        scaleTargetRef: { ...header, name },
        minReplicas,
        maxReplicas,
        behavior,
        metrics: [
          ...utilization('cpu', targetCPUUtilization),
          ...utilization('memory', targetMemoryUtilization),
          ...metrics,
        ],
      }),
    });
  }
  if (budget) {
    const selector = { matchLabels: { ...selectorLabels(identityOf(collector)) } };
    objects.PodDisruptionBudget = plainObject('PodDisruptionBudget', owner, name, { spec: { selector, ...budget } });
  }
  return objects;
}
