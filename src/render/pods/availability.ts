import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, PodModel, Replicas } from '../../model/collector';
import { identityOf, selectorLabels } from '../../model/collector-names';
import { mostPods } from '../../model/most-pods';
import { limitPerRequest } from './resources';

type Spec = OpenTelemetryCollectorSpec;

/** How the pods of a collector are spread. */
export function topologySpread(collector: CollectorModel, pod: PodModel): Spec['topologySpreadConstraints'] {
  return spread(selectorLabels(identityOf(collector)), mostPods(pod) ?? 1);
}

/** Spreads the pods with these labels over nodes and zones, where there are several. */
export function spread(labels: Readonly<Record<string, string>>, pods: number) {
  if (pods < 2) return undefined;
  return ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...labels } },
  }));
}

/** The autoscaler in the operator's words: parts of what is requested, while the user says parts of the limit. */
export function autoscaler(pod: PodModel): Spec['autoscaler'] {
  const { replicas, options } = pod;
  if (!isRange(replicas)) return options.autoscaler;
  const cpu = replicas.cpu ?? (replicas.memory === undefined ? defaultCpu : undefined);
  return {
    maxReplicas: replicas.max,
    minReplicas: replicas.min,
    ...(cpu !== undefined && { targetCPUUtilization: Math.round(cpu * limitPerRequest(pod, 'cpu')) }),
    ...(replicas.memory !== undefined && {
      targetMemoryUtilization: Math.round(replicas.memory * limitPerRequest(pod, 'memory')),
    }),
    ...options.autoscaler,
  };
}

const defaultCpu = 80;

function isRange(replicas: Replicas): replicas is Exclude<Replicas, number> {
  return typeof replicas !== 'number';
}

/** How many pods may be away at a time, where there are several. */
export function disruptionBudget(pod: PodModel): Spec['podDisruptionBudget'] {
  if (pod.options.podDisruptionBudget !== undefined) return pod.options.podDisruptionBudget;
  return pod.derive.availability && (mostPods(pod) ?? 1) > 1 ? { maxUnavailable: 1 } : undefined;
}
