import type { KubernetesObject, ObjectMeta } from '../object';

/** API versions of the kinds that this library writes itself. */
const apiVersions = {
  ConfigMap: 'v1',
  Secret: 'v1',
  Service: 'v1',
  ServiceAccount: 'v1',
  StatefulSet: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  NetworkPolicy: 'networking.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
} as const;

/** Who objects belong to. */
export interface Owner {
  readonly namespace: string | undefined;
  /** What all of its objects carry. */
  readonly labels: { [label: string]: string };
}

/** The labels by which pods are found. */
export type PodSelector = Readonly<Record<string, string>>;

export function headerOf<K extends keyof typeof apiVersions>(kind: K) {
  return { apiVersion: apiVersions[kind], kind } as const;
}

export function metadataOf({ namespace, labels }: Owner, name: string): ObjectMeta {
  return { name, ...(namespace !== undefined && { namespace }), labels };
}

/** An object of an owner; `content` is what stands beside its metadata, such as its spec. */
export function plainObject(
  kind: keyof typeof apiVersions,
  owner: Owner,
  name: string,
  content: object,
): KubernetesObject {
  return { ...headerOf(kind), metadata: metadataOf(owner, name), ...content };
}

/** How many of the pods may be away at a time: one. */
export function disruptionBudget(owner: Owner, name: string, selector: PodSelector): KubernetesObject {
  return plainObject('PodDisruptionBudget', owner, name, {
    spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
  });
}

/** What may reach the pods; they may reach anything. */
export function ingressPolicy(
  owner: Owner,
  name: string,
  selector: PodSelector,
  ingress: readonly object[],
): KubernetesObject {
  return plainObject('NetworkPolicy', owner, name, {
    spec: { podSelector: { matchLabels: selector }, policyTypes: ['Ingress'], ingress },
  });
}
