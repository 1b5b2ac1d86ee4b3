import type { Extension, Receiver } from '../catalog/component';
import type { DurationValue } from '../model/value';
import { elector, type LeaderElection } from './leader-election';
import { component, type PresetOptions, type ReceiverConfig, receivers } from './preset';

type K8sCluster = ReceiverConfig<'k8s_cluster'>;

/** What `presets.clusterMetrics` takes. */
export interface ClusterMetricsOptions extends PresetOptions<K8sCluster> {
  /** How often metrics are made. @default 30 seconds */
  readonly interval?: DurationValue;
  /**
   * Lets one pod of the collector read, where it has several. Without it each of them reads everything.
   * @default none: for a collector with one pod
   */
  readonly leaderElection?: LeaderElection | Extension<'leaderElector'>;
}

/**
 * Reads the state of what runs in the Kubernetes cluster from its API: phases, restarts, replicas wanted and there,
 * requests and limits. A `k8s_cluster` receiver for one pod; in a pipeline of logs it tells of objects that come and go.
 */
export function clusterMetrics(options: ClusterMetricsOptions = {}): Receiver<'metrics' | 'logs', K8sCluster> {
  const { interval = '30s', leaderElection } = options;
  return component(receivers.k8s_cluster, options, {
    collection_interval: interval,
    ...(leaderElection && { k8s_leader_elector: elector(leaderElection) }),
  });
}
