import { needsOf } from '../needs/needs-of';
import { listed, perCollector, warning } from './rule';

/** A sidecar runs as the account of the pod that it joins, so nothing can be granted to it. */
export const sidecarAccess = perCollector(function* ({ path, collector }) {
  const { pod } = collector;
  if (pod?.mode !== 'sidecar' || !pod.derive.rbac) return;
  const { access, privileges } = needsOf(collector);
  for (const { hostPID, hostNetwork, by } of privileges) {
    if (!hostPID && !hostNetwork) continue;
    const message = `${by} needs ${hostPID ? 'hostPID' : 'hostNetwork'}, which is the pod's to have.`;
    yield warning(
      'sidecar-access',
      path,
      message,
      'Set it on the workload that the sidecar joins, or use a daemonset.',
    );
  }
  const by = [...new Set(access.map((need) => need.by))];
  if (by.length === 0) return;
  const message = `${listed(by)} asks the Kubernetes API, with the account of the pod that the sidecar joins.`;
  yield warning(
    'sidecar-access',
    path,
    message,
    'Move it to a collector of its own, or give that account the rights: docs/kubernetes.md lists them.',
  );
});
