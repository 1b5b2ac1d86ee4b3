import type { NeedsCase } from './cases';

export const nodeCases: readonly NeedsCase[] = [
  {
    name: 'file_log of containers',
    collector: { mode: 'daemonset', receivers: { file_log: { include: ['/var/log/pods/*/*/*.log'] } } },
    expected: {
      mounts: ['node-var-log-pods /var/log/pods ro', 'node-var-lib-docker-containers /var/lib/docker/containers ro'],
      privileges: ['user 0'],
    },
  },
  {
    name: 'file_log of containers, through their links',
    collector: { mode: 'daemonset', receivers: { file_log: { include: ['/var/log/containers/*.log'] } } },
    expected: {
      mounts: [
        'node-var-log-containers /var/log/containers ro',
        'node-var-log-pods /var/log/pods ro',
        'node-var-lib-docker-containers /var/lib/docker/containers ro',
      ],
      privileges: ['user 0'],
    },
  },
  {
    name: 'file_log of the node',
    collector: {
      mode: 'daemonset',
      receivers: { file_log: { include: ['/var/log/*.log', '/var/log/audit/audit.log'] } },
    },
    expected: { mounts: ['node-var-log /var/log ro'], privileges: ['user 0 +DAC_READ_SEARCH'] },
  },
  {
    name: 'file_log without a node of its own',
    collector: { receivers: { file_log: { include: ['/var/log/pods/*/*/*.log'] } } },
    expected: {},
  },
  {
    name: 'file_log that keeps what it has read',
    collector: {
      mode: 'daemonset',
      receivers: { file_log: { include: ['/var/log/pods/*/*/*.log'], storage: 'file_storage' } },
      extensions: { file_storage: {} },
    },
    expected: {
      mounts: [
        'node-var-log-pods /var/log/pods ro',
        'node-var-lib-docker-containers /var/lib/docker/containers ro',
        'storage storage-var-lib-otelcol-file-storage:/var/lib/otelcol/file_storage',
      ],
      privileges: ['user 0', 'user 0'],
    },
  },
  {
    name: 'file_log under the mount of host_metrics',
    collector: {
      mode: 'daemonset',
      receivers: {
        host_metrics: { root_path: '/hostfs', scrapers: { cpu: {} } },
        file_log: { include: ['/hostfs/var/log/syslog'] },
      },
    },
    expected: { mounts: ['node /:/hostfs ro HostToContainer'], privileges: ['user 0 +DAC_READ_SEARCH'] },
  },
  {
    name: 'host_metrics of the node',
    collector: {
      mode: 'daemonset',
      receivers: { host_metrics: { root_path: '/hostfs', scrapers: { cpu: {}, filesystem: {} } } },
    },
    expected: { mounts: ['node /:/hostfs ro HostToContainer'] },
  },
  {
    name: 'host_metrics of the container',
    collector: { receivers: { host_metrics: { scrapers: { cpu: {} } } } },
    expected: {},
  },
  {
    name: 'host_metrics of processes',
    collector: { mode: 'daemonset', receivers: { host_metrics: { root_path: '/hostfs', scrapers: { process: {} } } } },
    expected: { mounts: ['node /:/hostfs ro HostToContainer'], privileges: ['user 0 +DAC_READ_SEARCH +SYS_PTRACE'] },
  },
  {
    name: 'host_metrics of processes without a mount',
    collector: { mode: 'daemonset', receivers: { host_metrics: { scrapers: { process: {} } } } },
    expected: { privileges: ['user 0 +DAC_READ_SEARCH +SYS_PTRACE hostPID'] },
  },
  {
    name: 'journald',
    collector: { mode: 'daemonset', receivers: { journald: {} } },
    expected: {
      mounts: [
        'node-var-log-journal /var/log/journal ro',
        'node-run-log-journal /run/log/journal ro',
        'node-etc-machine-id /etc/machine-id ro',
      ],
      privileges: ['user 0 +DAC_READ_SEARCH +SYS_PTRACE'],
    },
  },
  {
    name: 'journald in a folder',
    collector: { mode: 'daemonset', receivers: { journald: { directory: '/run/log/journal' } } },
    expected: {
      mounts: ['node-run-log-journal /run/log/journal ro', 'node-etc-machine-id /etc/machine-id ro'],
      privileges: ['user 0 +DAC_READ_SEARCH +SYS_PTRACE'],
    },
  },
  {
    name: 'journald with the node’s own program',
    collector: {
      mode: 'daemonset',
      receivers: { journald: { root_path: '/host', journalctl_path: '/usr/bin/journalctl' } },
    },
    expected: {
      mounts: ['node /:/host ro HostToContainer'],
      privileges: ['user 0 +DAC_READ_SEARCH +SYS_CHROOT +SYS_PTRACE'],
    },
  },
  {
    name: 'docker_stats',
    collector: { mode: 'daemonset', receivers: { docker_stats: {} } },
    expected: { mounts: ['node-var-run-docker-sock /var/run/docker.sock Socket ro'], privileges: ['user 0'] },
  },
  {
    name: 'docker_stats over the network',
    collector: { receivers: { docker_stats: { endpoint: 'tcp://docker.build:2375' } } },
    expected: { egress: ['docker.build:2375'] },
  },
  {
    name: 'podman_stats',
    collector: { mode: 'daemonset', receivers: { podman_stats: {} } },
    expected: { mounts: ['node-run-podman-podman-sock /run/podman/podman.sock Socket ro'], privileges: ['user 0'] },
  },
  {
    name: 'icmpcheck',
    collector: { receivers: { icmpcheckreceiver: { targets: [{ host: 'gateway.example' }] } } },
    expected: { privileges: ['net.ipv4.ping_group_range=0 2147483647'], egress: ['*:*'] },
  },
  {
    name: 'profiling',
    collector: { mode: 'daemonset', receivers: { profiling: {} } },
    expected: {
      mounts: ['node-sys-kernel-tracing /sys/kernel/tracing ro'],
      privileges: [
        'user 0 +BPF +CHECKPOINT_RESTORE +DAC_READ_SEARCH +IPC_LOCK +PERFMON +SYSLOG +SYS_PTRACE +SYS_RESOURCE hostPID',
      ],
      egress: ['*:*'],
    },
  },
  {
    name: 'otlp_json_file of containers',
    collector: {
      mode: 'daemonset',
      signal: 'logs',
      receivers: { otlp_json_file: { include: ['/var/log/pods/*/*/*.log'] } },
    },
    expected: { mounts: ['node-var-log-pods /var/log/pods ro'], privileges: ['user 0'] },
  },
  {
    name: 'otlp_json_file of the node',
    collector: { mode: 'daemonset', receivers: { otlp_json_file: { include: ['/var/spool/otlp/*.json'] } } },
    expected: { mounts: ['node-var-spool-otlp /var/spool/otlp ro'], privileges: ['user 0 +DAC_READ_SEARCH'] },
  },
  {
    name: 'file_stats of the node',
    collector: { mode: 'daemonset', receivers: { file_stats: { include: '/var/spool/*' } } },
    expected: { mounts: ['node-var-spool /var/spool ro'], privileges: ['user 0 +DAC_READ_SEARCH'] },
  },
  {
    name: 'file_stats of containers',
    collector: { mode: 'daemonset', receivers: { file_stats: { include: '/var/log/pods/*' } } },
    expected: { mounts: ['node-var-log-pods /var/log/pods ro'], privileges: ['user 0'] },
  },
  {
    name: 'named_pipe',
    collector: { mode: 'daemonset', signal: 'logs', receivers: { named_pipe: { path: '/run/pipes/app' } } },
    expected: { mounts: ['node-run-pipes /run/pipes'], privileges: ['user 0'] },
  },
  {
    name: 'chrony',
    collector: { mode: 'daemonset', receivers: { chrony: {} } },
    expected: {
      mounts: ['node-var-run-chrony-chronyd-sock /var/run/chrony/chronyd.sock Socket ro'],
      privileges: ['user 0'],
    },
  },
  {
    name: 'systemd',
    collector: { mode: 'daemonset', receivers: { systemd: {} } },
    expected: { mounts: ['node-var-run-dbus-system-bus-socket /var/run/dbus/system_bus_socket Socket ro'] },
  },
  {
    name: 'awscontainerinsight',
    collector: { mode: 'daemonset', receivers: { awscontainerinsightreceiver: {} } },
    expected: {
      access: [
        'list,watch endpoints,nodes,pods',
        'list,watch apps/replicasets',
        'list,watch batch/jobs',
        'get nodes/proxy,nodes/stats',
        'create configmaps,events in telemetry',
        'get,update configmaps named otel-container-insight-clusterleader in telemetry',
        'create coordination.k8s.io/leases in telemetry',
        'get,update coordination.k8s.io/leases named otel-container-insight-clusterleader in telemetry',
      ],
      mounts: [
        'node /:/rootfs ro HostToContainer',
        'node-dev-disk /dev/disk ro',
        'node-run-containerd-containerd-sock /run/containerd/containerd.sock ro',
        'node-sys /sys ro',
        'node-var-lib-docker /var/lib/docker ro',
        'node-var-run-docker-sock /var/run/docker.sock ro',
      ],
      env: ['HOST_IP=status.hostIP', 'HOST_NAME=spec.nodeName', 'K8S_NAMESPACE=metadata.namespace'],
      privileges: ['user 0'],
      egress: ['*:*'],
    },
  },
  {
    name: 'jmx',
    collector: {
      receivers: { jmx: { jar_path: '/opt/jmx.jar', endpoint: 'kafka.infra.svc:9999', target_system: 'kafka' } },
    },
    expected: { mounts: ['scratch scratch-tmp:/tmp'], egress: ['*:*', 'kafka.infra.svc:9999'] },
  },
  {
    name: 'postgresql of its own pod',
    collector: { mode: 'sidecar', receivers: { postgresql: { endpoint: 'localhost:5432' } } },
    expected: {},
  },
  {
    name: 'postgresql elsewhere',
    collector: { receivers: { postgresql: { endpoint: 'db.infra.svc:5432' } } },
    expected: { egress: ['db.infra.svc:5432'] },
  },
  {
    name: 'snmp',
    collector: { receivers: { snmp: { endpoint: 'udp://switch.example:161' } } },
    expected: { egress: ['switch.example:161/UDP'] },
  },
];
