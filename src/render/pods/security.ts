import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { PrivilegeNeed } from '../../needs/needs';

type Security = Pick<OpenTelemetryCollectorSpec, 'securityContext' | 'podSecurityContext' | 'hostPID' | 'hostNetwork'>;

/** The user of the collector's images. */
const user = 10001;

/** What the Kubernetes level *restricted* asks for, and what components need beyond it. */
export function securityContexts(privileges: readonly PrivilegeNeed[]): Security {
  const root = privileges.some((need) => need.user === 0);
  const sysctls = Object.assign({}, ...privileges.map((need) => need.sysctls)) as Record<string, string>;
  const capabilities = [...new Set(privileges.flatMap((need) => need.capabilities ?? []))].sort();
  return {
    podSecurityContext: {
      ...(root
        ? { runAsUser: 0, runAsGroup: 0 }
        : { fsGroup: user, runAsGroup: user, runAsNonRoot: true, runAsUser: user }),
      seccompProfile: { type: 'RuntimeDefault' },
      ...(Object.keys(sysctls).length > 0 && {
        sysctls: Object.entries(sysctls).map(([name, value]) => ({ name, value })),
      }),
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], ...(capabilities.length > 0 && { add: capabilities }) },
      readOnlyRootFilesystem: true,
    },
    ...(privileges.some((need) => need.hostPID) && { hostPID: true }),
    ...(privileges.some((need) => need.hostNetwork) && { hostNetwork: true }),
  };
}
