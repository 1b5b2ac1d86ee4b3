import type { Receiver } from '../catalog/component';
import type { DurationValue } from '../model/value';
import { component, type PresetOptions, type ReceiverConfig, receivers } from './preset';

type HostMetrics = ReceiverConfig<'host_metrics'>;

/** What `presets.hostMetrics` takes. */
export interface HostMetricsOptions extends PresetOptions<HostMetrics> {
  /** How often the node is read. @default 30 seconds */
  readonly interval?: DurationValue;
  /**
   * Read each process of the node as well. What the pod may not see of a process is left out without an error in the
   * collector's log.
   * @default false
   */
  readonly processes?: boolean;
}

/**
 * Reads processors, load, memory, disks, file systems and network of the collector's node: a `host_metrics` receiver
 * for a daemon set. Metrics do not say which node they are of; `presets.resourceDetection()` does. The node's root is
 * expected at `/hostfs`; one collector can have one such place only.
 */
export function hostMetrics(options: HostMetricsOptions = {}): Receiver<'metrics' | 'logs', HostMetrics> {
  const { interval = '30s', processes = false } = options;
  return component(receivers.host_metrics, options, {
    collection_interval: interval,
    root_path: '/hostfs',
    scrapers: {
      cpu: {},
      load: {},
      memory: {},
      disk: {},
      filesystem: {
        exclude_fs_types: { match_type: 'strict', fs_types: pseudoFileSystems },
        exclude_mount_points: { match_type: 'regexp', mount_points: unreadableMountPoints },
      },
      network: {},
      ...(processes && { process: quietly }),
    },
  });
}

/** Linux's file systems without a disk, and those of images that are always full. */
const pseudoFileSystems = [
  'autofs',
  'binfmt_misc',
  'bpf',
  'cgroup',
  'cgroup2',
  'configfs',
  'debugfs',
  'devpts',
  'devtmpfs',
  'efivarfs',
  'fusectl',
  'hugetlbfs',
  'iso9660',
  'mqueue',
  'nsfs',
  'overlay',
  'proc',
  'pstore',
  'rpc_pipefs',
  'securityfs',
  'selinuxfs',
  'squashfs',
  'sysfs',
  'tmpfs',
  'tracefs',
];

/** The kernel's own folders, and those of container runtimes and the kubelet, which only root may look into. */
const unreadableMountPoints = [
  '^/(dev|proc|run|snap|sys)/',
  '^/var/lib/(containerd|containers|docker|kubelet|rancher)/',
];

// Processes of other users, and such as end while they are read.
const quietly = {
  mute_process_name_error: true,
  mute_process_exe_error: true,
  mute_process_io_error: true,
  mute_process_user_error: true,
};
