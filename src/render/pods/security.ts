import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { PrivilegeNeed } from '../../needs/needs';

type Security = Pick<OpenTelemetryCollectorSpec, 'securityContext' | 'podSecurityContext' | 'hostPID' | 'hostNetwork'>;

/** The user of the collector's images. */
const user = 10001;

/** The user of the images of Prometheus and Alertmanager. */
export const nobody = 65534;

/** What the Kubernetes level *restricted* asks of a pod. */
export function restrictedPod(id: number) {
  return {
    fsGroup: id,
    runAsGroup: id,
    runAsNonRoot: true,
    runAsUser: id,
    seccompProfile: { type: 'RuntimeDefault' },
  } as const;
}

/** What it asks of a container, and that nothing is written beside the volumes. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

/** What the Kubernetes level *restricted* asks for, and what components need beyond it. */
export function securityContexts(privileges: readonly PrivilegeNeed[]): Security {
  const root = privileges.some((need) => need.user === 0);
  const sysctls = Object.assign({}, ...privileges.map((need) => need.sysctls)) as Record<string, string>;
  const capabilities = [...new Set(privileges.flatMap((need) => need.capabilities ?? []))].sort();
  return {
    podSecurityContext: {
      ...(root ? { runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } } : restrictedPod(user)),
      ...(Object.keys(sysctls).length > 0 && {
        sysctls: Object.entries(sysctls).map(([name, value]) => ({ name, value })),
      }),
    },
    securityContext: {
      ...restrictedContainer,
      ...(capabilities.length > 0 && {
        capabilities: { ...restrictedContainer.capabilities, add: capabilities },
      }),
    },
    ...(privileges.some((need) => need.hostPID) && { hostPID: true }),
    ...(privileges.some((need) => need.hostNetwork) && { hostNetwork: true }),
  };
}
