import type { CollectorModel, PodModel } from '../../model/collector';
import { objectName } from '../../model/collector-names';
import type { AccessNeed } from '../../needs/needs';
import { core } from '../kubernetes/core';
import type { KubernetesObject } from '../object';

/**
 * The service account of a collector's pods and its rights, by construct id. They are the same in both back ends: the
 * operator makes rights for some components only, always for the whole Kubernetes cluster, and not everywhere is it
 * allowed to.
 */
export function access(
  collector: CollectorModel,
  pod: PodModel,
  needs: readonly AccessNeed[],
): Record<string, KubernetesObject> {
  const objects: Record<string, KubernetesObject> = {};
  const { namespace } = collector;
  const { serviceAccount, derive } = pod;
  if (serviceAccount.create) {
    objects.ServiceAccount = core().KubeServiceAccount.manifest({
      metadata: { name: serviceAccount.name, namespace, ...annotations(serviceAccount.annotations) },
      // A token is only for components that ask the API server; without ours, who knows who does.
      ...(derive.rbac && { automountServiceAccountToken: needs.length > 0 }),
    });
  }
  if (!derive.rbac) return objects;
  const clusterWide = needs.filter((need) => need.namespace === undefined);
  if (clusterWide.length > 0) Object.assign(objects, clusterRole(collector, pod, clusterWide));
  for (const place of new Set(needs.flatMap((need) => need.namespace ?? []))) {
    const here = needs.filter((need) => need.namespace === place);
    Object.assign(objects, role(collector, pod, place, here));
  }
  return objects;
}

function annotations(given: Readonly<Record<string, string>>) {
  return Object.keys(given).length > 0 && { annotations: { ...given } };
}

function clusterRole(
  collector: CollectorModel,
  pod: PodModel,
  needs: readonly AccessNeed[],
): Record<string, KubernetesObject> {
  // Names are shared by all namespaces.
  const name = [collector.namespace, objectName(collector)].filter((part) => part !== undefined).join('-');
  return {
    ClusterRole: core().KubeClusterRole.manifest({ metadata: { name }, rules: rules(needs) }),
    ClusterRoleBinding: core().KubeClusterRoleBinding.manifest({
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [subject(collector, pod)],
    }),
  };
}

function role(
  collector: CollectorModel,
  pod: PodModel,
  namespace: string,
  needs: readonly AccessNeed[],
): Record<string, KubernetesObject> {
  const own = namespace === collector.namespace;
  const name = own ? objectName(collector) : [collector.namespace, objectName(collector)].filter(Boolean).join('-');
  const suffix = own ? '' : `-${namespace}`;
  return {
    [`Role${suffix}`]: core().KubeRole.manifest({ metadata: { name, namespace }, rules: rules(needs) }),
    [`RoleBinding${suffix}`]: core().KubeRoleBinding.manifest({
      metadata: { name, namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [subject(collector, pod)],
    }),
  };
}

function subject({ namespace }: CollectorModel, { serviceAccount }: PodModel) {
  return { kind: 'ServiceAccount', name: serviceAccount.name, namespace };
}

interface Rule {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

/** One rule for all resources of a group with the same verbs, sorted; what a wider one gives is left out. */
function rules(
  needs: readonly AccessNeed[],
): { [K in keyof Rule as K extends 'nonResourceURLs' ? 'nonResourceUrLs' : K]: Rule[K] }[] {
  const verbsOf = new Map<string, { need: Single; verbs: Set<string> }>();
  for (const single of needs.flatMap(singles)) {
    const key = JSON.stringify([single.group, single.resource, single.url, single.names]);
    const known = verbsOf.get(key) ?? { need: single, verbs: new Set() };
    for (const verb of single.verbs) known.verbs.add(verb);
    verbsOf.set(key, known);
  }
  const grouped = new Map<string, { need: Single; verbs: string[]; of: string[] }>();
  for (const { need, verbs } of verbsOf.values()) {
    const sorted = [...verbs].sort();
    const key = JSON.stringify([need.group, need.url !== undefined, need.names, sorted]);
    const known = grouped.get(key) ?? { need, verbs: sorted, of: [] };
    known.of.push(need.resource ?? need.url ?? '');
    grouped.set(key, known);
  }
  return [...grouped.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { need, verbs, of }]) =>
      need.url !== undefined
        ? { nonResourceUrLs: of.sort(), verbs }
        : {
            apiGroups: [need.group ?? ''],
            resources: of.sort(),
            ...(need.names && { resourceNames: [...need.names] }),
            verbs,
          },
    );
}

interface Single {
  readonly group?: string;
  readonly resource?: string;
  readonly url?: string;
  readonly names?: readonly string[];
  readonly verbs: readonly string[];
}

/** A need, taken apart into one resource of one group each. */
function singles({ groups, resources, urls = [], names, verbs }: AccessNeed): Single[] {
  return [
    ...urls.map((url) => ({ url, verbs })),
    ...groups.flatMap((group) => resources.map((resource) => ({ group, resource, verbs, ...(names && { names }) }))),
  ];
}
