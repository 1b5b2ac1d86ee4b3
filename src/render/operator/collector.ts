import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, EnvFrom, EnvSource, PodModel } from '../../model/collector';
import type { ObjectMeta } from '../object';
import { configForRelease } from '../release';
import { collectorHeader } from './headers';

/** The label by which the MDAI operator finds the collectors of a hub. */
export const hubLabel = 'mydecisive.ai/hub-name';

export interface RenderedCollector {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: Omit<OpenTelemetryCollectorSpec, 'config'> & { readonly config: object };
}

/** A collector as the OpenTelemetry operator's custom resource. */
export function renderCollector(model: CollectorModel): RenderedCollector {
  const { name, namespace, hub, pod } = model;
  return {
    ...collectorHeader,
    metadata: { name, namespace, ...(hub !== undefined && { labels: { [hubLabel]: hub } }) },
    spec: {
      config: configForRelease(model.config, model.release),
      ...(model.envFrom.length > 0 && { envFrom: model.envFrom.map(envFrom) }),
      ...environment(model),
      ...(model.featureGates.length > 0 && { args: { 'feature-gates': model.featureGates.join(',') } }),
      ...(pod && podSpec(pod)),
    },
  };
}

function podSpec(pod: PodModel): Partial<OpenTelemetryCollectorSpec> {
  return {
    image: pod.image,
    managementState: 'managed',
    // The image is pinned, and what is written here is what should run.
    upgradeStrategy: 'none',
    mode: pod.mode,
    ...scale(pod),
    ...(pod.resources && { resources: resources(pod) }),
    ...(pod.security && restricted),
  };
}

function scale({ mode, replicas }: PodModel): Partial<OpenTelemetryCollectorSpec> {
  if (mode === 'daemonset') return {};
  if (typeof replicas === 'number') return { replicas };
  return { replicas: replicas.min, autoscaler: { minReplicas: replicas.min, maxReplicas: replicas.max } };
}

function resources({ cpuMillis, memoryMiB }: PodModel): OpenTelemetryCollectorSpec['resources'] {
  return {
    requests: { cpu: cpu(cpuMillis / 10), memory: `${memoryMiB}Mi` },
    limits: { cpu: cpu(cpuMillis), memory: `${memoryMiB}Mi` },
  };
}

function cpu(millis: number): string {
  return millis % 1000 === 0 ? String(millis / 1000) : `${Math.ceil(millis)}m`;
}

/** What the Kubernetes level *restricted* asks for. 10001 is the user of the collector's images. */
const restricted: Partial<OpenTelemetryCollectorSpec> = {
  podSecurityContext: {
    runAsNonRoot: true,
    runAsUser: 10001,
    runAsGroup: 10001,
    fsGroup: 10001,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
};

function environment({ env, pod }: CollectorModel): Partial<OpenTelemetryCollectorSpec> {
  const entries = Object.entries(env).map(([name, source]) => variable(name, source));
  // The operator would set it to the whole limit, which leaves no room for the process itself.
  if (pod?.resources && env.GOMEMLIMIT === undefined) {
    entries.push({ name: 'GOMEMLIMIT', value: `${Math.floor(pod.memoryMiB * 0.8)}MiB` });
  }
  return entries.length > 0 ? { env: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) } : {};
}

type EnvVar = NonNullable<OpenTelemetryCollectorSpec['env']>[number];

function variable(name: string, source: EnvSource): EnvVar {
  if (source.kind === 'value') return { name, value: source.value };
  return { name, valueFrom: { secretKeyRef: { name: source.secret, key: source.key } } };
}

function envFrom(source: EnvFrom): NonNullable<OpenTelemetryCollectorSpec['envFrom']>[number] {
  // Until the hub has written its ConfigMap the collector runs with empty variables, instead of not at all.
  if (source.kind === 'configMap') return { configMapRef: { name: source.name, optional: true } };
  return { secretRef: { name: source.name } };
}
