import { type Extension, isComponent } from '../catalog/component';
import { env, type Value } from '../model/value';
import { extensions } from './preset';

/** How the replicas of a collector agree on the one that reads; the others wait to take over. */
export interface LeaderElection {
  /**
   * The name of the lease in Kubernetes. Whoever uses the same one competes for it, so two collectors need two, or one
   * of them gets nothing.
   */
  readonly lease: string;
  /**
   * The namespace of the lease.
   * @default the pod's own, `${env:K8S_NAMESPACE}`
   */
  readonly namespace?: Value<string>;
}

/** The extension that elects: `k8s_leader_elector/<lease>`, or the one that is there already. */
export function elector(election: LeaderElection | Extension<'leaderElector'>): Extension<'leaderElector'> {
  if (isComponent(election)) return election;
  const { lease, namespace = env('K8S_NAMESPACE') } = election;
  return extensions.k8s_leader_elector(lease, { lease_name: lease, lease_namespace: namespace });
}
