import type { Receiver } from '../catalog/component';
import { type DurationValue, env, text, type Value } from '../model/value';
import { component, type PresetOptions, type ReceiverConfig, receivers } from './preset';

type KubeletStats = ReceiverConfig<'kubelet_stats'>;

/** What `presets.kubeletMetrics` takes. */
export interface KubeletMetricsOptions extends PresetOptions<KubeletStats> {
  /** How often the kubelet is read. @default 30 seconds */
  readonly interval?: DurationValue;
  /**
   * The kubelet. Where nodes have IPv6 addresses alone, or certificates for their names alone, write
   * `` text`https://${env('K8S_NODE_NAME')}:10250` ``.
   * @default the one of the collector's node, `https://${env:K8S_NODE_IP}:10250`
   */
  readonly endpoint?: Value<string>;
  /**
   * The file with the authority that signs the kubelets' certificates, in PEM: a path, or a `secretFile()` or
   * `configMapFile()`.
   * @default the authority of the Kubernetes cluster, from the service account
   */
  readonly caFile?: Value<string>;
  /**
   * Take the kubelet's certificate unseen. A kubelet signs its own unless the Kubernetes cluster is told to sign it
   * (`serverTLSBootstrap`), as managed ones usually are and kubeadm's are not; nothing can be read then without this.
   * The token of the service account goes to whoever answers at that address.
   * @default false
   */
  readonly insecureSkipVerify?: boolean;
  /**
   * What pods and containers use of their limits and requests, as a share of them. The receiver then also reads the
   * pods' specifications from the kubelet.
   * @default false
   */
  readonly utilization?: boolean;
}

/**
 * Reads what the collector's node, its pods and their containers use, from the node's kubelet: a `kubelet_stats`
 * receiver for a daemon set.
 */
export function kubeletMetrics(options: KubeletMetricsOptions = {}): Receiver<'metrics', KubeletStats> {
  const { interval = '30s', endpoint = nodeKubelet, caFile, insecureSkipVerify = false, utilization = false } = options;
  return component(receivers.kubelet_stats, options, {
    collection_interval: interval,
    auth_type: 'serviceAccount',
    endpoint,
    ...(caFile !== undefined && { ca_file: caFile }),
    ...(insecureSkipVerify && { insecure_skip_verify: true }),
    ...(utilization && { metrics: utilizationMetrics }),
  });
}

const nodeKubelet = text`https://${env('K8S_NODE_IP')}:10250`;

const utilizationMetrics: NonNullable<KubeletStats['metrics']> = {
  'k8s.container.cpu_limit_utilization': { enabled: true },
  'k8s.container.cpu_request_utilization': { enabled: true },
  'k8s.container.memory_limit_utilization': { enabled: true },
  'k8s.container.memory_request_utilization': { enabled: true },
  'k8s.pod.cpu_limit_utilization': { enabled: true },
  'k8s.pod.cpu_request_utilization': { enabled: true },
  'k8s.pod.memory_limit_utilization': { enabled: true },
  'k8s.pod.memory_request_utilization': { enabled: true },
};
