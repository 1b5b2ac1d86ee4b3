import type { OpenTelemetryCollectorSpec } from '../../imports/opentelemetry.io';
import type { CollectorMode, PodModel, Replicas } from '../model/collector';
import type { ConfigMap } from '../model/config';
import type { OperatorOptions, PodOptions } from '../model/pod';
import { quantity } from '../model/quantity';

/** The pods of a custom resource that was read: nothing of them is derived, all of it was given. */
export function podOf(name: string, spec: ConfigMap): PodModel {
  // Fields of another shape than the definition's are the API server's to refuse.
  const read = spec as unknown as Partial<OpenTelemetryCollectorSpec>;
  const { config: _, mode, replicas, image, env, serviceAccount, ...rest } = read;
  const { configVersions, httpRoute, ingress, managementState, networkPolicy, observability, ...pod } = rest;
  const { targetAllocator, upgradeStrategy, ...options } = pod;
  const limits = rest.resources?.limits;
  return {
    backend: 'operator',
    mode: (mode ?? 'deployment') as CollectorMode,
    replicas: replicasOf(replicas, rest.autoscaler),
    image: image ?? '',
    ...(limits?.memory !== undefined && { memoryMiB: (quantity(limits.memory) ?? 0) / 2 ** 20 }),
    ...(limits?.cpu !== undefined && { cpuMillis: (quantity(limits.cpu) ?? 0) * 1000 }),
    derive: nothing,
    serviceAccount: { name: serviceAccount ?? `${name}-collector`, create: false, annotations: {}, podLabels: {} },
    options: options as PodOptions,
    operator: {
      configVersions,
      httpRoute,
      ingress,
      managementState,
      networkPolicy,
      observability,
      targetAllocator,
      upgradeStrategy,
    } as OperatorOptions,
  };
}

const nothing = {
  resources: false,
  security: false,
  ports: false,
  rbac: false,
  mounts: false,
  networkPolicy: false,
  availability: false,
} as const;

function replicasOf(replicas: unknown, autoscaler: OpenTelemetryCollectorSpec['autoscaler']): Replicas {
  const fixed = typeof replicas === 'number' ? replicas : 1;
  if (typeof autoscaler?.maxReplicas !== 'number') return fixed;
  return { min: autoscaler.minReplicas ?? fixed, max: autoscaler.maxReplicas };
}
