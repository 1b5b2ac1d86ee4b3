import { load } from 'js-yaml';
import type { CollectorModel, PodModel } from '../../src/model/collector';
import { renderCollector } from '../../src/render/operator/collector';
import { besideWorkload } from '../../src/render/pods/beside';
import { workloadObjects } from '../../src/render/workload/beside';
import { renderWorkload } from '../../src/render/workload/workload';
import type { Manifest } from '../../src/testing';

/** What the objects of a collector say, whichever back end they are for. */
export interface Meaning {
  readonly config: Manifest;
  readonly container: Manifest;
  readonly pod: Manifest;
  readonly scale: Manifest;
  readonly servicePorts: readonly Manifest[];
  readonly claims: readonly Manifest[];
  /** What is beside the workload, without the labels by which a back end finds pods. */
  readonly beside: Manifest;
}

/** The same collector in either back end. */
export function meanings(of: (backend: PodModel['backend']) => CollectorModel): Record<PodModel['backend'], Meaning> {
  return { operator: ofOperator(of('operator')), workload: ofWorkload(of('workload')) };
}

function ofOperator(collector: CollectorModel): Meaning {
  const spec = plain(renderCollector(collector)).spec;
  const { args = {}, config, autoscaler, resources } = spec;
  return withoutUndefined({
    config,
    container: {
      ...pick(spec, ['image', 'env', 'envFrom', 'securityContext', 'volumeMounts', 'lifecycle']),
      resources: Object.keys(resources).length > 0 ? resources : undefined,
      args: Object.entries(args).map(([name, value]) => `--${name}=${value}`),
    },
    pod: {
      ...pick(spec, ['volumes', 'hostNetwork', 'hostPID', 'tolerations', 'nodeSelector', 'affinity']),
      securityContext: spec.podSecurityContext,
      account: spec.serviceAccount,
      spread: withoutLabels(spec.topologySpreadConstraints),
      annotations: spec.podAnnotations,
    },
    scale: autoscaler
      ? { min: autoscaler.minReplicas, max: autoscaler.maxReplicas, cpu: autoscaler.targetCPUUtilization }
      : { replicas: spec.mode === 'daemonset' ? undefined : spec.replicas },
    servicePorts: spec.ports ?? [],
    claims: (spec.volumeClaimTemplates ?? []).map(({ status: _, ...claim }: Manifest) => claim),
    beside: beside(collector),
  });
}

function ofWorkload(collector: CollectorModel): Meaning {
  const { pod } = collector;
  if (pod === undefined) throw new Error('a collector without pods');
  const { spec } = plain(renderWorkload(collector, pod));
  const objects = plain(workloadObjects(collector, pod));
  const template = spec.template.spec;
  const container = template.containers[0];
  const scaler = objects.HorizontalPodAutoscaler?.spec;
  return withoutUndefined({
    config: load(objects.ConfigMap.data['collector.yaml']) as Manifest,
    container: {
      ...pick(container, ['image', 'env', 'envFrom', 'resources', 'securityContext', 'lifecycle']),
      volumeMounts: own(container.volumeMounts),
      args: container.args.slice(1),
    },
    pod: {
      ...pick(template, ['hostNetwork', 'hostPID', 'tolerations', 'nodeSelector', 'affinity', 'securityContext']),
      volumes: own(template.volumes),
      account: template.serviceAccountName,
      spread: withoutLabels(template.topologySpreadConstraints),
      annotations: without(spec.template.metadata.annotations, 'checksum/config'),
    },
    scale: scaler
      ? {
          min: scaler.minReplicas,
          max: scaler.maxReplicas,
          cpu: scaler.metrics[0].resource.target.averageUtilization,
        }
      : { replicas: spec.replicas },
    servicePorts: objects.Service?.spec.ports ?? [],
    claims: spec.volumeClaimTemplates ?? [],
    beside: beside(collector),
  });
}

function beside(collector: CollectorModel): Manifest {
  const { pod } = collector;
  if (pod === undefined) throw new Error('a collector without pods');
  const objects = plain(besideWorkload(collector, pod));
  if (objects.NetworkPolicy) delete objects.NetworkPolicy.spec.podSelector;
  return objects;
}

/** The entries that are not the configuration's own volume. */
function own(entries: readonly Manifest[] = []): readonly Manifest[] | undefined {
  const rest = entries.filter(({ name }) => name !== 'otc-internal');
  return rest.length > 0 ? rest : undefined;
}

function withoutLabels(constraints: readonly Manifest[] | undefined): readonly Manifest[] | undefined {
  return constraints?.map((constraint) => without(constraint, 'labelSelector') as Manifest);
}

function without(value: Manifest | undefined, key: string): Manifest | undefined {
  if (value === undefined) return undefined;
  const { [key]: _, ...rest } = value;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function pick(value: Manifest, keys: readonly string[]): Manifest {
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

// biome-ignore lint/suspicious/noExplicitAny: objects of all kinds
function plain(value: unknown): any {
  return JSON.parse(JSON.stringify(value));
}

function withoutUndefined(meaning: Meaning): Meaning {
  return plain(meaning);
}
