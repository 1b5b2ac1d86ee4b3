import type { CollectorModel, PodModel } from '../../model/collector';
import { headlessName, identityOf, objectName, selectorLabels } from '../../model/collector-names';
import { plainObject } from '../kubernetes/plain-object';
import type { KubernetesObject } from '../object';
import { defined, listOf } from '../pods/merge';
import { podPlan } from '../pods/pod-plan';
import { ownerOf } from './labels';

/**
 * The Services of a collector with ports that others use: one with an address, on a daemon set for the pods of the same
 * node; and one without, by which a client finds all pods.
 */
export function services(collector: CollectorModel, pod: PodModel): Record<string, KubernetesObject> {
  const { servicePorts } = podPlan(collector, pod);
  // A stateful set needs the one without an address for the names of its pods, ports or not.
  if (servicePorts.length === 0 && pod.mode !== 'statefulset') return {};
  const { ipFamilies, ipFamilyPolicy, trafficDistribution } = pod.options;
  const ports = servicePorts.map(({ hostPort: _, ...port }) => port);
  const common = {
    selector: { ...selectorLabels(identityOf(collector)) },
    ports: listOf(ports),
    ipFamilies,
    ipFamilyPolicy,
    internalTrafficPolicy: pod.mode === 'daemonset' ? 'Local' : undefined,
  };
  const service = (name: string, spec: object) =>
    plainObject('Service', ownerOf(collector), name, { spec: defined(spec) });
  return {
    ...(ports.length > 0 && { Service: service(objectName(collector), { ...common, trafficDistribution }) }),
    HeadlessService: service(headlessName(collector), { ...common, clusterIP: 'None' }),
  };
}
