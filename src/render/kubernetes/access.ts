import type { KubernetesObject } from '../object';
import { core } from './core';

/** What Prometheus finds its targets by. */
export type Discovery = 'pods' | 'endpointSlices';

const rules = {
  pods: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  // Prometheus looks up the Service and the pods behind each slice as well.
  endpointSlices: [
    { apiGroups: [''], resources: ['pods', 'services'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  ],
} as const;

/**
 * A service account, and the right to discover in namespaces; by construct id.
 *
 * @param grants for each namespace, by what it discovers there
 */
export function discoveryAccess(
  account: string,
  namespace: string | undefined,
  grants: ReadonlyMap<string | undefined, Discovery>,
): Record<string, KubernetesObject> {
  const objects: Record<string, KubernetesObject> = {
    ServiceAccount: core().KubeServiceAccount.manifest({ metadata: { name: account, namespace } }),
  };
  for (const [target, discovery] of grants) {
    const suffix = target === namespace ? '' : `-${target ?? 'default'}`;
    objects[`Role${suffix}`] = core().KubeRole.manifest({
      metadata: { name: account, namespace: target },
      rules: rules[discovery].map((rule) => ({
        apiGroups: [...rule.apiGroups],
        resources: [...rule.resources],
        verbs: [...rule.verbs],
      })),
    });
    objects[`RoleBinding${suffix}`] = core().KubeRoleBinding.manifest({
      metadata: { name: account, namespace: target },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: account },
      subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
    });
  }
  return objects;
}
