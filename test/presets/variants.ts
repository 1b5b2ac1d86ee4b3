import { Duration } from 'cdk8s';
import { type Component, configMapFile, env, extensions, presets, text, unset } from '../../src/index';

const lease = { lease: 'agent' };

/** Each preset as it is by default, and with each of its options. */
export const variants: Readonly<Record<string, Component>> = {
  ...Object.fromEntries(presets.runningTotals().map((one) => [`runningTotals (${one.type})`, one])),
  podLogs: presets.podLogs(),
  'podLogs of some, with checkpoints': presets.podLogs({
    name: 'shop',
    include: [{ namespace: 'shop' }, { namespace: env('REGION'), pod: 'api-*', container: 'main' }],
    exclude: [{ container: 'istio-proxy' }],
    ownLogs: true,
    startAt: 'beginning',
    checkpoints: true,
    operators: [{ type: 'json_parser', if: 'body matches "^{"' }],
  }),
  'podLogs with a storage of its own': presets.podLogs({
    checkpoints: extensions.file_storage('shared', { directory: '/var/lib/otelcol/shared', create_directory: true }),
  }),
  hostMetrics: presets.hostMetrics(),
  'hostMetrics of processes': presets.hostMetrics({ interval: Duration.minutes(1), processes: true }),
  'hostMetrics with other scrapers': presets.hostMetrics({ config: { scrapers: { load: unset, paging: {} } } }),
  kubeletMetrics: presets.kubeletMetrics(),
  'kubeletMetrics with its certificate unseen': presets.kubeletMetrics({ insecureSkipVerify: true, utilization: true }),
  'kubeletMetrics by name': presets.kubeletMetrics({
    interval: '1m',
    endpoint: text`https://${env('K8S_NODE_NAME')}:10250`,
    caFile: configMapFile('kubelets', 'ca.crt'),
  }),
  clusterMetrics: presets.clusterMetrics(),
  'clusterMetrics by one pod': presets.clusterMetrics({ interval: '1m', leaderElection: lease }),
  kubernetesEvents: presets.kubernetesEvents(),
  'kubernetesEvents by one pod': presets.kubernetesEvents({ namespaces: ['shop'], leaderElection: lease }),
  kubernetesAttributes: presets.kubernetesAttributes(),
  'kubernetesAttributes of a node': presets.kubernetesAttributes({
    onThisNode: true,
    labels: ['team', { key: 'tier', from: 'namespace', tag_name: 'tier' }],
    annotations: ['owner'],
  }),
  'kubernetesAttributes of a namespace': presets.kubernetesAttributes({
    namespace: 'shop',
    metadata: ['k8s.pod.name', 'k8s.deployment.uid'],
  }),
  'kubernetesAttributes passing through': presets.kubernetesAttributes({ passthrough: true }),
  resourceDetection: presets.resourceDetection(),
  'resourceDetection of clouds': presets.resourceDetection({ detectors: ['env', 'eks', 'ec2', 'gcp', 'aks', 'azure'] }),
  selfMonitoring: presets.selfMonitoring(),
  'selfMonitoring under another name': presets.selfMonitoring({
    job: 'agent',
    interval: Duration.seconds(15),
    port: 9888,
    instance: env('K8S_NODE_NAME'),
  }),
};
