import type { CollectorMode, PodModel, Replicas } from '../../model/collector';
import { at, type ConfigMap } from '../../model/config';
import type { PodOptions } from '../../model/pod';
import type { Origin } from '../../source/origin';
import type { Found } from '../found';
import { originOf } from '../reading';
import { map, maps, number, text } from '../values';
import type { Container } from '../workloads';
import type { Arguments } from './arguments';
import { limitsOf, nothing, shaped } from './pod';

/** The pods of a workload, with what scales it. */
export interface WorkloadPod {
  readonly pod: PodModel;
  /** Where all of that stands. */
  readonly origin: Origin;
}

/** Fields of the pod's own specification that the model calls the same. */
const ofPod = [
  'affinity',
  'dnsPolicy',
  'hostAliases',
  'hostNetwork',
  'hostPID',
  'hostUsers',
  'nodeSelector',
  'priorityClassName',
  'shareProcessNamespace',
  'terminationGracePeriodSeconds',
  'tolerations',
  'topologySpreadConstraints',
  'volumes',
] as const;

const ofContainer = [
  'command',
  'imagePullPolicy',
  'lifecycle',
  'livenessProbe',
  'readinessProbe',
  'resources',
  'securityContext',
  'startupProbe',
  'volumeMounts',
] as const;

/** Fields of the workload's specification, by what the model calls them; each belongs to one kind. */
const ofWorkload = {
  persistentVolumeClaimRetentionPolicy: 'persistentVolumeClaimRetentionPolicy',
  podManagementPolicy: 'podManagementPolicy',
  serviceName: 'serviceName',
  volumeClaimTemplates: 'volumeClaimTemplates',
  deploymentUpdateStrategy: 'strategy',
  daemonSetUpdateStrategy: 'updateStrategy',
} as const;

/** The options that each mode has of its workload. */
const byMode: Readonly<Record<CollectorMode, readonly (keyof typeof ofWorkload)[]>> = {
  deployment: ['deploymentUpdateStrategy'],
  daemonset: ['daemonSetUpdateStrategy'],
  statefulset: ['persistentVolumeClaimRetentionPolicy', 'podManagementPolicy', 'serviceName', 'volumeClaimTemplates'],
  sidecar: [],
};

/**
 * The pods that run a container. One that does not stand first is a sidecar of the pod, whose own fields say nothing of it.
 *
 * @param scaler the autoscaler of the workload
 */
export function workloadPod(container: Container, { others }: Arguments, scaler: Found | undefined): WorkloadPod {
  const { workload, pod, content, pointer, template } = container;
  const mode = container.first ? container.mode : 'sidecar';
  const spec = map(workload.content.spec);
  const scaling = scaler && map(scaler.content.spec);
  const options = shaped({
    ...picked(content, ofContainer),
    ...(mode !== 'sidecar' && picked(pod, ofPod)),
    ...(mode !== 'sidecar' && pod.securityContext !== undefined && { podSecurityContext: pod.securityContext }),
    ...Object.fromEntries(byMode[mode].flatMap((option) => entry(option, spec[ofWorkload[option]]))),
    ...(Object.keys(others).length > 0 && { args: others }),
    ...(scaling && mode !== 'sidecar' && { autoscaler: autoscalerOf(scaling) }),
  });
  const account = text(pod.serviceAccountName) || 'default';
  return {
    pod: {
      backend: 'workload',
      mode,
      replicas: replicasOf(spec, mode === 'sidecar' ? undefined : scaling),
      ...(mode === 'sidecar' && container.mode !== 'daemonset' && { joins: mostOf(spec, scaling) }),
      image: text(content.image),
      ...limitsOf(content.resources),
      derive: nothing,
      serviceAccount: { name: account, create: false, annotations: {}, podLabels: {} },
      // Fields of another shape than Kubernetes' are the API server's to refuse.
      options: options as unknown as PodOptions,
      operator: {},
    },
    origin: {
      ...originOf(workload, [pointer, [...template, 'spec'], ['spec']], {
        pod: [pointer, [...template, 'spec'], ['spec']],
        podSecurityContext: [['securityContext']],
        deploymentUpdateStrategy: [['strategy']],
        daemonSetUpdateStrategy: [['updateStrategy']],
      }),
      ...(scaler && { also: [originOf(scaler, [['spec']], { pod: [[]], autoscaler: [['spec']] })] }),
    },
  };
}

function picked(from: ConfigMap, fields: readonly string[]): ConfigMap {
  return Object.fromEntries(fields.flatMap((field) => entry(field, from[field])));
}

function entry(field: string, value: ConfigMap[string] | undefined): readonly (readonly [string, ConfigMap[string]])[] {
  return value === undefined ? [] : [[field, value]];
}

function autoscalerOf({ minReplicas, maxReplicas, behavior }: ConfigMap): ConfigMap {
  return {
    ...(minReplicas !== undefined && { minReplicas }),
    ...(maxReplicas !== undefined && { maxReplicas }),
    ...(behavior !== undefined && { behavior }),
  };
}

/** The most pods of a workload that is no daemonset. */
function mostOf({ replicas }: ConfigMap, scaling: ConfigMap | undefined): number {
  return number(scaling?.maxReplicas) ?? number(replicas) ?? 1;
}

function replicasOf({ replicas }: ConfigMap, scaling: ConfigMap | undefined): Replicas {
  const fixed = number(replicas) ?? 1;
  const max = number(scaling?.maxReplicas);
  if (max === undefined) return fixed;
  return {
    min: number(scaling?.minReplicas) ?? 1,
    max,
    ...utilization('cpu', scaling),
    ...utilization('memory', scaling),
  };
}

/** What an autoscaler aims at, in percent of the requests. */
function utilization<R extends 'cpu' | 'memory'>(resource: R, scaling: ConfigMap | undefined): { [K in R]?: number } {
  const metric = maps(scaling?.metrics).find((one) => at(one, 'resource', 'name') === resource);
  const aim = number(at(metric, 'resource', 'target', 'averageUtilization'));
  return (aim === undefined ? {} : { [resource]: aim }) as { [K in R]?: number };
}
