import { Chart, Duration, Size } from 'cdk8s';
import { Collector, exporters, MdaiApp, presets, secret, text } from 'cdk8s-mdai';

const app = new MdaiApp();
const chart = new Chart(app, 'kubernetes-monitoring', { namespace: 'monitoring' });
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
});

// On each node: the logs of its pods, what they use, and what the node itself uses.
const who = presets.kubernetesAttributes({ onThisNode: true });
const node = new Collector(chart, 'node', {
  mode: 'daemonset',
  memory: Size.mebibytes(384),
  pod: { tolerations: [{ operator: 'Exists' }] },
});
node.pipeline('logs', { from: [presets.podLogs({ checkpoints: true })], processors: [who], to: [vendor] });
node.pipeline('metrics', {
  from: [presets.kubeletMetrics({ interval: Duration.seconds(30) }), presets.hostMetrics()],
  processors: [presets.resourceDetection(), who],
  to: [vendor],
});

// Once for the whole of it: the state of what runs, and the events.
const cluster = new Collector(chart, 'cluster');
cluster.pipeline('metrics', { from: [presets.clusterMetrics()], to: [vendor] });
cluster.pipeline('logs', { from: [presets.kubernetesEvents()], to: [vendor] });

app.synth();
