import type { CollectorModel, PodModel } from '../../model/collector';
import { objectName } from '../../model/collector-names';
import type { AccessNeed } from '../../needs/needs';
import { targetAllocatorAccess, targetAllocatorAccount } from '../../needs/target-allocator';
import { core } from '../kubernetes/core';
import type { KubernetesObject } from '../object';
import { rules } from './access-rules';

/**
 * The service account of a collector's pods and its rights, by construct id; and those of its target allocator, which the
 * operator runs. They are the same in both back ends: the operator makes rights for some components only, always for the
 * whole Kubernetes cluster, and not everywhere is it allowed to.
 */
export function access(
  collector: CollectorModel,
  pod: PodModel,
  needs: readonly AccessNeed[],
): Record<string, KubernetesObject> {
  const { namespace } = collector;
  const { serviceAccount, derive } = pod;
  const account = core().KubeServiceAccount.manifest({
    metadata: { name: serviceAccount.name, namespace, ...annotations(serviceAccount.annotations) },
    // A token is only for components that ask the API server; without rights of ours, who knows who does.
    ...(derive.rbac && { automountServiceAccountToken: needs.length > 0 }),
  });
  const allocator = targetAllocatorAccount(collector).name;
  return {
    ...(serviceAccount.create && { ServiceAccount: account }),
    ...(derive.rbac && {
      ...grants({ namespace, account: serviceAccount.name, role: objectName(collector), prefix: '' }, needs),
      ...grants(
        { namespace, account: allocator, role: allocator, prefix: 'TargetAllocator' },
        targetAllocatorAccess(collector),
      ),
    }),
  };
}

function annotations(given: Readonly<Record<string, string>>) {
  return Object.keys(given).length > 0 && { annotations: { ...given } };
}

/** Who is given rights. */
interface Grantee {
  readonly namespace: string | undefined;
  readonly account: string;
  /** What the roles are called in the account's own namespace. */
  readonly role: string;
  /** Stands before the construct ids of the roles. */
  readonly prefix: string;
}

function grants(grantee: Grantee, needs: readonly AccessNeed[]): Record<string, KubernetesObject> {
  const objects: Record<string, KubernetesObject> = {};
  const clusterWide = needs.filter((need) => need.namespace === undefined);
  if (clusterWide.length > 0) Object.assign(objects, clusterRole(grantee, clusterWide));
  for (const place of new Set(needs.flatMap((need) => need.namespace ?? []))) {
    const here = needs.filter((need) => need.namespace === place);
    Object.assign(objects, role(grantee, place, here));
  }
  return objects;
}

function clusterRole(grantee: Grantee, needs: readonly AccessNeed[]): Record<string, KubernetesObject> {
  const name = nameElsewhere(grantee);
  return {
    [`${grantee.prefix}ClusterRole`]: core().KubeClusterRole.manifest({ metadata: { name }, rules: rules(needs) }),
    [`${grantee.prefix}ClusterRoleBinding`]: core().KubeClusterRoleBinding.manifest({
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [subject(grantee)],
    }),
  };
}

function role(grantee: Grantee, namespace: string, needs: readonly AccessNeed[]): Record<string, KubernetesObject> {
  const own = namespace === grantee.namespace;
  const name = own ? grantee.role : nameElsewhere(grantee);
  const suffix = own ? '' : `-${namespace}`;
  return {
    [`${grantee.prefix}Role${suffix}`]: core().KubeRole.manifest({
      metadata: { name, namespace },
      rules: rules(needs),
    }),
    [`${grantee.prefix}RoleBinding${suffix}`]: core().KubeRoleBinding.manifest({
      metadata: { name, namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [subject(grantee)],
    }),
  };
}

/** Names are shared by all namespaces, and in another one with its own collectors. */
function nameElsewhere({ namespace, role }: Grantee): string {
  return [namespace, role].filter((part) => part !== undefined).join('-');
}

function subject({ namespace, account }: Grantee) {
  return { kind: 'ServiceAccount', name: account, namespace };
}
