import type { KubernetesObject } from '../object';
import { core } from './core';

/** A service account, and for each namespace the right to find pods in it; by construct id. */
export function readPods(
  account: string,
  namespace: string | undefined,
  namespaces: readonly (string | undefined)[],
): Record<string, KubernetesObject> {
  const objects: Record<string, KubernetesObject> = {
    ServiceAccount: core().KubeServiceAccount.manifest({ metadata: { name: account, namespace } }),
  };
  for (const target of namespaces) {
    const suffix = target === namespace ? '' : `-${target ?? 'default'}`;
    objects[`Role${suffix}`] = core().KubeRole.manifest({
      metadata: { name: account, namespace: target },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
    });
    objects[`RoleBinding${suffix}`] = core().KubeRoleBinding.manifest({
      metadata: { name: account, namespace: target },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: account },
      subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
    });
  }
  return objects;
}
