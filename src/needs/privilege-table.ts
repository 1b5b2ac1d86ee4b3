import { allOf, type Condition, inMode, isOn, isSet, isThere, isUnset, lists, type Row } from './condition';
import type { PrivilegeNeed } from './needs';
import { globFolders, unixSocketIn } from './taken';

/** What a component needs that the level *restricted* does not allow, or does not give. */
export interface PrivilegeRow extends Row, Omit<PrivilegeNeed, 'by'> {}

const folders = globFolders('include');
// What the kubelet and the container engine write, as root.
const ofContainers = /^\/var\/(log\/(pods|containers)|lib\/docker\/containers)(\/|$)/;

/** Folders that components read where a pod has a node of its own. */
function readsNode(says: string, test: (path: string) => boolean): Condition {
  return {
    says: `in a daemonset that reads ${says}`,
    holds: (config, collector) =>
      collector.pod?.mode === 'daemonset' && folders.from(config, collector).some((path) => path !== '/' && test(path)),
  };
}

const readsContainerLogs = readsNode('the logs of containers', (path) => ofContainers.test(path));
const readsOtherFiles = readsNode('other files of its node', (path) => !ofContainers.test(path));

function overSocket(byDefault: string): Condition {
  return {
    says: 'unless `endpoint` is another address than a socket of the node',
    holds: (config, collector) => unixSocketIn('endpoint', byDefault).from(config, collector).length > 0,
  };
}

const docker = 'unix:///var/run/docker.sock';
const dockerReason = 'The socket of the container engine belongs to root.';
const logReason = 'The logs of containers belong to root.';

export const privilegeTable: readonly PrivilegeRow[] = [
  ...(['receiver file_log', 'receiver otlp_json_file', 'receiver file_stats'] as const).flatMap(
    (component): readonly PrivilegeRow[] => [
      { component, when: readsContainerLogs, user: 0, because: logReason },
      {
        component,
        when: readsOtherFiles,
        user: 0,
        capabilities: ['DAC_READ_SEARCH'],
        because: 'The files of the node belong to root and to others, who keep them to themselves.',
      },
    ],
  ),
  {
    component: 'receiver receiver_creator',
    when: allOf(inMode('daemonset'), isOn('discovery.enabled', false)),
    user: 0,
    because: logReason,
  },
  {
    component: 'receiver named_pipe',
    when: inMode('daemonset'),
    user: 0,
    because: 'The folder of the node, in which the pipe is made, belongs to root.',
  },
  {
    component: 'receiver journald',
    when: isUnset('root_path'),
    user: 0,
    capabilities: ['DAC_READ_SEARCH', 'SYS_PTRACE'],
    because: 'The node’s journal belongs to root, and journalctl asks for the rest.',
  },
  {
    component: 'receiver journald',
    when: isSet('root_path'),
    user: 0,
    capabilities: ['DAC_READ_SEARCH', 'SYS_CHROOT', 'SYS_PTRACE'],
    because: 'The node’s journal belongs to root, and journalctl runs in the node’s own file system.',
  },
  {
    component: 'receiver host_metrics',
    when: allOf(isThere('scrapers.process'), isSet('root_path')),
    user: 0,
    capabilities: ['DAC_READ_SEARCH', 'SYS_PTRACE'],
    because: 'What a process of the node reads, writes and runs is shown only to those who may trace it.',
  },
  {
    component: 'receiver host_metrics',
    when: allOf(isThere('scrapers.process'), isUnset('root_path')),
    user: 0,
    capabilities: ['DAC_READ_SEARCH', 'SYS_PTRACE'],
    hostPID: true,
    because:
      'Without a mount of the node, its processes are seen only among them, and only by those who may trace them.',
  },
  { component: 'receiver docker_stats', when: overSocket(docker), user: 0, because: dockerReason },
  { component: 'extension docker_observer', when: overSocket(docker), user: 0, because: dockerReason },
  {
    component: 'receiver podman_stats',
    when: overSocket('unix:///run/podman/podman.sock'),
    user: 0,
    because: dockerReason,
  },
  {
    component: 'processor resource_detection',
    when: lists('detectors', ['docker']),
    user: 0,
    because: dockerReason,
  },
  {
    component: 'receiver chrony',
    when: overSocket('unix:///var/run/chrony/chronyd.sock'),
    user: 0,
    because: 'The folder of chronyd’s socket is open to root and to chronyd alone.',
  },
  {
    component: 'receiver icmpcheckreceiver',
    sysctls: { 'net.ipv4.ping_group_range': '0 2147483647' },
    because:
      'The kernel lets only the groups in this range send a ping. *Restricted* allows that, but does not give it.',
  },
  {
    component: 'extension host_observer',
    user: 0,
    capabilities: ['DAC_READ_SEARCH', 'SYS_PTRACE'],
    hostPID: true,
    hostNetwork: true,
    because: 'The sockets of the node, and the processes that hold them, are seen only among them.',
  },
  {
    component: 'receiver awscontainerinsightreceiver',
    user: 0,
    because: 'The sockets of container engines, and the folders of containers, belong to root.',
  },
  {
    component: 'receiver profiling',
    user: 0,
    capabilities: [
      'BPF',
      'CHECKPOINT_RESTORE',
      'DAC_READ_SEARCH',
      'IPC_LOCK',
      'PERFMON',
      'SYSLOG',
      'SYS_PTRACE',
      'SYS_RESOURCE',
    ],
    hostPID: true,
    because: 'An eBPF program in the kernel watches all processes of the node.',
  },
];
