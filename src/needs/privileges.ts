import type { CollectorModel } from '../model/collector';
import type { RunningComponent } from './component';
import { rowsFor } from './condition';
import type { MountNeed, PortNeed, PrivilegeNeed } from './needs';
import { privilegeTable } from './privilege-table';

/** The first port that needs no privilege. */
const firstFreePort = 1024;

/** What a collector needs beyond the level *restricted*: of its components, and of the mounts and ports they have. */
export function privilegesOf(
  components: readonly RunningComponent[],
  mounts: readonly MountNeed[],
  ports: readonly PortNeed[],
  collector: CollectorModel,
): readonly PrivilegeNeed[] {
  const own = components.flatMap((component) =>
    rowsFor(privilegeTable, component, collector).map(({ component: _, when: __, ...need }) => ({
      ...need,
      by: component.by,
    })),
  );
  return [...own, ...ofStorage(mounts, collector), ...ofPorts(ports)];
}

/** Of a folder that Kubernetes makes on the node, only root may write. */
function ofStorage(mounts: readonly MountNeed[], { pod }: CollectorModel): readonly PrivilegeNeed[] {
  if (pod?.mode !== 'daemonset') return [];
  return mounts
    .filter(({ source }) => source.kind === 'storage')
    .map(({ by }) => ({
      user: 0,
      because: 'Files that outlive a pod are in a folder of the node, which belongs to root.',
      by,
    }));
}

function ofPorts(ports: readonly PortNeed[]): readonly PrivilegeNeed[] {
  return ports
    .filter(({ port }) => port < firstFreePort)
    .map(({ port, by }) => ({
      capabilities: ['NET_BIND_SERVICE'],
      // The capability is only root's until the binary asks for it; the setting is for every user.
      sysctls: { 'net.ipv4.ip_unprivileged_port_start': '0' },
      because: `Port ${port} is below ${firstFreePort}. *Restricted* allows both, but does not give them.`,
      by,
    }));
}
