import type { Manifest } from '../../../src/testing';
import type { Cluster, Level } from '../kubernetes';
import { type Answer, accepted } from './client';

/** A pod as one of the workloads among the objects makes it. */
export interface TemplatePod {
  /** The workload: `Deployment/gateway`. */
  readonly name: string;
  readonly pod: Manifest;
}

/** The pods of the Deployments, DaemonSets and StatefulSets among the objects. */
export function podsOf(objects: readonly Manifest[]): TemplatePod[] {
  return objects
    .filter(({ kind }) => ['Deployment', 'DaemonSet', 'StatefulSet'].includes(kind))
    .map(({ kind, metadata, spec }) => ({
      name: `${kind}/${metadata.name}`,
      pod: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { ...spec.template.metadata, name: metadata.name, namespace: metadata.namespace },
        spec: { ...spec.template.spec, volumes: [...(spec.template.spec.volumes ?? []), ...claims(spec)] },
      },
    }));
}

/** The volumes that the controller of StatefulSets adds to their pods. */
function claims({ volumeClaimTemplates = [] }: Manifest): Manifest[] {
  return volumeClaimTemplates.map(({ metadata: { name } }: Manifest) => ({
    name,
    persistentVolumeClaim: { claimName: name },
  }));
}

/** Asks for a pod in a namespace that enforces a level, and in which there are the given ServiceAccounts. */
export async function admit(
  cluster: Cluster,
  pod: Manifest,
  level: Level,
  accounts: readonly string[] = [],
): Promise<Answer> {
  const namespace = `${pod.metadata.namespace ?? 'default'}-${level}`;
  await cluster.namespace(namespace, level);
  for (const name of accounts) {
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    accepted(await cluster.apply(account));
  }
  return cluster.create({ ...pod, metadata: { ...pod.metadata, namespace } }, { dryRun: true });
}

/** The strictest level that admits a pod, if any does, and what the stricter ones say against it. */
export interface Admission {
  readonly level: Level | undefined;
  readonly refusals: readonly string[];
}

/** Finds the strictest level that admits a pod. */
export async function admission(cluster: Cluster, pod: Manifest, accounts: readonly string[]): Promise<Admission> {
  const refusals: string[] = [];
  for (const level of ['restricted', 'baseline', 'privileged'] as const) {
    const { ok, message } = await admit(cluster, pod, level, accounts);
    if (ok) return { level, refusals };
    refusals.push(message);
  }
  return { level: undefined, refusals };
}
