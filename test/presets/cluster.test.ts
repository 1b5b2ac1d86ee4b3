import { App, Chart, Duration } from 'cdk8s';
import { Collector, env, exporters, extensions, presets } from '../../src/index';
import { issuesOf, type Manifest } from '../../src/testing';
import { configured } from './configured';

const lease = { lease: 'agent' };
const elected = { lease_name: 'agent', lease_namespace: '${env:K8S_NAMESPACE}' };

test('the state of the cluster is read every half minute', () => {
  expect(configured(presets.clusterMetrics())).toEqual({ k8s_cluster: { collection_interval: '30s' } });
});

test('events are watched, but not their end', () => {
  const watched = { name: 'events', group: 'events.k8s.io', mode: 'watch', exclude_watch_type: ['DELETED'] };
  expect(configured(presets.kubernetesEvents())).toEqual({ k8s_objects: { objects: [watched] } });
  const { k8s_objects } = configured(presets.kubernetesEvents({ namespaces: ['shop', env('REGION')] }));
  expect(k8s_objects.objects).toEqual([{ ...watched, namespaces: ['shop', '${env:REGION}'] }]);
});

test('a lease brings an elector', () => {
  const config = configured(presets.clusterMetrics({ leaderElection: lease }));
  expect(config.k8s_cluster.k8s_leader_elector).toBe('k8s_leader_elector/agent');
  expect(config['k8s_leader_elector/agent']).toEqual(elected);
  const elsewhere = configured(presets.kubernetesEvents({ leaderElection: { ...lease, namespace: 'leases' } }));
  expect(elsewhere['k8s_leader_elector/agent']).toEqual({ ...elected, lease_namespace: 'leases' });
});

test('an elector that is there already is used', () => {
  const elector = extensions.k8s_leader_elector({ lease_name: 'x', lease_namespace: 'y' });
  const { k8s_objects } = configured(presets.kubernetesEvents({ leaderElection: elector }));
  expect(k8s_objects.k8s_leader_elector).toBe('k8s_leader_elector');
});

test('two presets share a lease', () => {
  const collector = new Collector(new Chart(new App(), 'telemetry', { namespace: 'ns' }), 'agent', { replicas: 2 });
  const to = [exporters.debug()];
  collector.pipeline('metrics', { from: [presets.clusterMetrics({ leaderElection: lease })], to });
  collector.pipeline('logs', { from: [presets.kubernetesEvents({ leaderElection: lease })], to });
  expect(issuesOf(collector)).toEqual([]);
  expect((collector.toConfig() as Manifest).extensions).toMatchObject({ 'k8s_leader_elector/agent': elected });
});

test('the collector reads its own metrics', () => {
  const options = { job: 'agents', interval: Duration.seconds(15), port: 9888 };
  expect(configured(presets.selfMonitoring(options)).prometheus.config.scrape_configs).toEqual([
    {
      job_name: 'agents',
      scrape_interval: '15s',
      static_configs: [{ targets: ['localhost:9888'], labels: { instance: '${env:K8S_POD_NAME}' } }],
      metric_relabel_configs: [{ action: 'labeldrop', regex: 'service.(name|instance.id)' }],
    },
  ]);
});
