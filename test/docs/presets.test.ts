// docs/presets.md shows parts of this file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Duration } from 'cdk8s';
import { Collector, exporters, MdaiApp, presets, processors, unset } from 'cdk8s-mdai';
import { find, issuesOf, type Manifest, synthesize } from 'cdk8s-mdai/testing';
import { loadAll } from 'js-yaml';

const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

const agent = new Collector(chart, 'agent', { mode: 'daemonset' });
const pods = presets.kubernetesAttributes({ onThisNode: true, labels: ['team'] });
const logs = presets.podLogs({ exclude: [{ namespace: 'kube-system' }], checkpoints: true });
agent.pipeline('logs', { from: [logs], processors: [pods], to: [vendor] });
const metrics = [presets.hostMetrics(), presets.kubeletMetrics({ utilization: true }), presets.selfMonitoring()];
agent.pipeline('metrics', { from: metrics, processors: [presets.resourceDetection(), pods], to: [vendor] });

const watcher = new Collector(chart, 'watcher', { replicas: 2 });
const leaderElection = { lease: 'watcher' };
watcher.pipeline('metrics', { from: [presets.clusterMetrics({ leaderElection })], to: [vendor] });
watcher.pipeline('logs', { from: [presets.kubernetesEvents({ leaderElection })], to: [vendor] });

const slow = presets.hostMetrics({
  name: 'slow',
  interval: Duration.minutes(5),
  config: { scrapers: { load: unset, network: unset, paging: {} } },
});
const cloud = presets.resourceDetection({ detectors: ['env', 'eks', 'ec2'] });
const tuned = new Collector(chart, 'tuned', { mode: 'daemonset' });
tuned.pipeline('metrics', { from: [slow], processors: [cloud, processors.batch()], to: [vendor] });

const objects = synthesize(chart);

function yaml(name: string): unknown {
  return loadAll(readFileSync(join(__dirname, name), 'utf8'))[0];
}

test('the program has no mistakes', () => {
  expect(issuesOf(chart)).toEqual([]);
});

test('the receiver of pod logs is that of the page', () => {
  const { receivers, extensions } = agent.toConfig() as Manifest;
  const { health_check, ...others } = extensions;
  expect({ receivers: { file_log: receivers.file_log }, extensions: others }).toEqual(yaml('pod-logs.yaml'));
});

test('Kubernetes gives what the configuration asks for', () => {
  const { spec } = find(objects, 'OpenTelemetryCollector', 'agent');
  const paths = spec.volumeMounts.map(({ mountPath }: Manifest) => mountPath);
  expect(paths).toEqual(expect.arrayContaining(['/var/log/pods', '/var/lib/otelcol/pod-logs', '/hostfs']));
  const names = spec.env.map(({ name }: Manifest) => name);
  const expected = ['K8S_NAMESPACE', 'K8S_NODE_IP', 'K8S_NODE_NAME', 'K8S_POD_NAME'];
  expect(names).toEqual(expect.arrayContaining(expected));
  const { rules } = find(objects, 'ClusterRole', 'telemetry-agent-collector');
  expect(rules).toContainEqual({ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] });
  expect(rules).toContainEqual({ apiGroups: [''], resources: ['nodes/pods', 'nodes/stats'], verbs: ['get'] });
});

test('one pod of two reads the cluster', () => {
  const { receivers, extensions } = watcher.toConfig() as Manifest;
  const elector = 'k8s_leader_elector/watcher';
  expect(receivers.k8s_cluster.k8s_leader_elector).toBe(elector);
  expect(receivers.k8s_objects.k8s_leader_elector).toBe(elector);
  expect(extensions[elector]).toEqual({ lease_name: 'watcher', lease_namespace: '${env:K8S_NAMESPACE}' });
});

test('a preset can be changed', () => {
  const { receivers } = tuned.toConfig() as Manifest;
  expect(Object.keys(receivers['host_metrics/slow'].scrapers)).toEqual([
    'cpu',
    'memory',
    'disk',
    'filesystem',
    'paging',
  ]);
});
