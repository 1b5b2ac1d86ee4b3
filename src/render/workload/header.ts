import type { CollectorMode } from '../../model/collector';

/** What runs the pods of a mode; a sidecar's run in others. */
export function workloadHeader(mode: CollectorMode) {
  return mode === 'sidecar' ? undefined : { apiVersion: 'apps/v1', kind: workloadKinds[mode] };
}

export const workloadKinds = { deployment: 'Deployment', daemonset: 'DaemonSet', statefulset: 'StatefulSet' } as const;
