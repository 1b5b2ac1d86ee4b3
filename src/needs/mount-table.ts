import { allOf, anyOf, inMode, isOn, isSet, isUnset, lists, type Row, type Taken } from './condition';
import { besides, fixed, folderIn, folderOf, globFolders, unixSocketIn } from './taken';

/** Folders, or sockets, that a component reads or writes. */
export interface MountRow extends Row {
  /** Where it is in the container; nothing where the configuration names none. */
  readonly path: Taken<string>;
  readonly source:
    | { readonly kind: 'host' /** @default the same path */; readonly path?: string; readonly type?: 'Socket' }
    | { readonly kind: 'storage' | 'scratch' };
  readonly readOnly: boolean;
  readonly propagation?: 'HostToContainer';
}

const node = { kind: 'host' } as const;
const socket = { kind: 'host', type: 'Socket' } as const;
const wholeNode = { source: { kind: 'host', path: '/' }, readOnly: true, propagation: 'HostToContainer' } as const;
const storage = { source: { kind: 'storage' }, readOnly: false } as const;
const scratch = { source: { kind: 'scratch' }, readOnly: false } as const;
const dockerSocket = 'unix:///var/run/docker.sock';

const podLogs = globFolders('include');

export const mountTable: readonly MountRow[] = [
  // The node's file system.
  { component: 'receiver host_metrics', when: isSet('root_path'), path: folderIn('root_path'), ...wholeNode },
  { component: 'receiver journald', when: isSet('root_path'), path: folderIn('root_path'), ...wholeNode },
  { component: 'receiver awscontainerinsightreceiver', path: fixed('/rootfs'), ...wholeNode },

  // Logs of the node. Those of containers are links into the folder of Docker where it runs them.
  { component: 'receiver file_log', when: inMode('daemonset'), path: podLogs, source: node, readOnly: true },
  {
    component: 'receiver file_log',
    when: inMode('daemonset'),
    path: besides(podLogs, /^\/var\/log\/(pods|containers)(\/|$)/, '/var/log/pods', '/var/lib/docker/containers'),
    source: node,
    readOnly: true,
  },
  {
    component: 'receiver receiver_creator',
    when: allOf(inMode('daemonset'), isOn('discovery.enabled', false)),
    path: fixed('/var/log/pods', '/var/lib/docker/containers'),
    source: node,
    readOnly: true,
  },
  {
    component: 'receiver journald',
    when: allOf(isUnset('root_path'), isSet('directory')),
    path: folderIn('directory'),
    source: node,
    readOnly: true,
  },
  {
    component: 'receiver journald',
    when: allOf(isUnset('root_path'), isUnset('directory')),
    path: fixed('/var/log/journal', '/run/log/journal'),
    source: node,
    readOnly: true,
  },
  // journalctl finds the journal of its own machine by this number.
  {
    component: 'receiver journald',
    when: isUnset('root_path'),
    path: fixed('/etc/machine-id'),
    source: node,
    readOnly: true,
  },
  { component: 'receiver otlp_json_file', when: inMode('daemonset'), path: podLogs, source: node, readOnly: true },
  { component: 'receiver file_stats', when: inMode('daemonset'), path: podLogs, source: node, readOnly: true },
  {
    component: 'receiver named_pipe',
    when: inMode('daemonset'),
    path: folderOf('path'),
    source: node,
    readOnly: false,
  },

  // Sockets of the node.
  { component: 'receiver docker_stats', path: unixSocketIn('endpoint', dockerSocket), source: socket, readOnly: true },
  {
    component: 'extension docker_observer',
    path: unixSocketIn('endpoint', dockerSocket),
    source: socket,
    readOnly: true,
  },
  {
    component: 'processor resource_detection',
    when: lists('detectors', ['docker']),
    path: fixed('/var/run/docker.sock'),
    source: socket,
    readOnly: true,
  },
  {
    component: 'receiver podman_stats',
    path: unixSocketIn('endpoint', 'unix:///run/podman/podman.sock'),
    source: socket,
    readOnly: true,
  },
  {
    component: 'receiver chrony',
    path: unixSocketIn('endpoint', 'unix:///var/run/chrony/chronyd.sock'),
    source: socket,
    readOnly: true,
  },
  {
    component: 'receiver systemd',
    path: fixed('/var/run/dbus/system_bus_socket'),
    source: socket,
    readOnly: true,
  },
  {
    component: 'receiver awscontainerinsightreceiver',
    path: fixed('/dev/disk', '/run/containerd/containerd.sock', '/sys', '/var/lib/docker', '/var/run/docker.sock'),
    source: node,
    readOnly: true,
  },
  { component: 'receiver profiling', path: fixed('/sys/kernel/tracing'), source: node, readOnly: true },

  // What outlives a pod.
  {
    component: 'extension file_storage',
    path: folderIn('directory', '/var/lib/otelcol/file_storage'),
    ...storage,
  },
  {
    component: 'extension file_storage',
    when: anyOf(isOn('compaction.on_start', false), isOn('compaction.on_rebound', false)),
    path: folderIn('compaction.directory', '/var/lib/otelcol/file_storage'),
    ...storage,
  },
  { component: 'exporter file', path: folderOf('path'), ...storage },
  { component: 'exporter prometheus_remote_write', path: folderIn('wal.directory'), ...storage },
  { component: 'exporter googlecloud', path: folderIn('metric.experimental_wal_config.directory'), ...storage },
  { component: 'extension sumologic', path: folderIn('collector_credentials_directory'), ...storage },

  // What goes with it, for components that write files of their own.
  { component: 'receiver jmx', path: fixed('/tmp'), ...scratch },
  { component: 'extension ecs_observer', path: folderOf('result_file'), ...scratch },
  { component: 'extension pprof', path: folderOf('save_to_file'), ...scratch },
];
