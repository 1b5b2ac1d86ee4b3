import type { ComponentKind } from '../../src/model/component-id';

/**
 * Types that got a newer name between the release in which they could be read and 0.159.0, by the older name. From
 * contrib's change log and its issue 45339.
 */
export const renames: Readonly<Partial<Record<ComponentKind, Readonly<Record<string, string>>>>> = {
  receiver: {
    flinkmetrics: 'flink_metrics',
    k8sobjects: 'k8s_objects',
    namedpipe: 'named_pipe',
    prometheusremotewrite: 'prometheus_remote_write',
    sshcheck: 'ssh_check',
    webhookevent: 'webhook_event',
  },
  processor: { logdedup: 'log_dedup' },
  connector: { roundrobin: 'round_robin' },
};
