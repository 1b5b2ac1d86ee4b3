import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorMode, PodModel, Replicas } from '../../model/collector';
import type { ConfigMap, ConfigValue } from '../../model/config';
import type { OperatorOptions, PodOptions } from '../../model/pod';
import { quantity } from '../../model/quantity';
import { list, map, number, text } from '../values';

/** The pods of a custom resource that was read: nothing of them is derived, all of it was given. */
export function podOf(name: string, given: ConfigMap): PodModel {
  // Fields of another shape than the definition's are the API server's to refuse.
  const read = shaped(given) as unknown as Partial<OpenTelemetryCollectorSpec>;
  // The model has the environment beside the pods.
  const { config: _, mode, replicas, image, env: __, envFrom: ___, serviceAccount, ...rest } = read;
  const { configVersions, httpRoute, ingress, managementState, networkPolicy, observability, ...pod } = rest;
  const { targetAllocator, upgradeStrategy, ...options } = pod;
  return {
    backend: 'operator',
    mode: modeOf(mode),
    replicas: replicasOf(replicas, rest.autoscaler),
    image: text(image),
    ...limitsOf(given.resources),
    derive: nothing,
    serviceAccount: {
      name: text(serviceAccount) || `${name}-collector`,
      create: false,
      annotations: {},
      podLabels: {},
    },
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

const modes: readonly CollectorMode[] = ['deployment', 'daemonset', 'statefulset', 'sidecar'];

function modeOf(mode: unknown): CollectorMode {
  return modes.find((known) => known === mode) ?? 'deployment';
}

/** The limits of a container. */
export function limitsOf(resources: ConfigValue | undefined): Pick<PodModel, 'memoryMiB' | 'cpuMillis'> {
  const { memory, cpu } = map(map(resources).limits);
  const [bytes, cores] = [quantity(memory), quantity(cpu)];
  return {
    ...(bytes !== undefined && { memoryMiB: bytes / 2 ** 20 }),
    ...(cores !== undefined && { cpuMillis: cores * 1000 }),
  };
}

/** Nothing is derived of what was read. */
export const nothing = {
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
  return { min: number(autoscaler.minReplicas) ?? fixed, max: autoscaler.maxReplicas };
}

/** The fields whose insides are looked at, and what each holds; one of another shape is left out. */
const shapes: Readonly<Record<string, 'map' | 'maps'>> = {
  additionalContainers: 'maps',
  args: 'map',
  autoscaler: 'map',
  configmaps: 'maps',
  envFrom: 'maps',
  ingress: 'map',
  initContainers: 'maps',
  observability: 'map',
  podDisruptionBudget: 'map',
  ports: 'maps',
  resources: 'map',
  targetAllocator: 'map',
  topologySpreadConstraints: 'maps',
  volumeClaimTemplates: 'maps',
  volumeMounts: 'maps',
  volumes: 'maps',
};

/** Fields without those that have another shape than their readers take for granted. */
export function shaped(spec: ConfigMap): ConfigMap {
  return Object.fromEntries(
    Object.entries(spec).flatMap(([field, value]) => {
      const shape = shapes[field];
      if (shape === undefined) return [[field, value]];
      if (shape === 'map') return isMap(value) ? [[field, value]] : [];
      return Array.isArray(value) ? [[field, list(value).filter(isMap)]] : [];
    }),
  );
}

function isMap(value: ConfigValue): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
