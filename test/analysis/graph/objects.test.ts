import { collectorObjects, type ManifestObject } from '../../../src/analysis/graph/objects';
import { collector, pod } from '../../checks/models';

const metadata = (name: string, namespace = 'telemetry') => ({ name, namespace });
const names = (of: ReturnType<typeof collectorObjects>) => of.map(({ kind, name }) => `${kind} ${name}`);

const own = collector({
  namespace: 'telemetry',
  pod,
  env: { T: { kind: 'secret', secret: 'vendor', key: 'token' } },
  envFrom: [{ kind: 'configMap', name: 'floods-variables' }],
});
const instance = { 'app.kubernetes.io/instance': 'telemetry.gateway' };

test('a custom resource has what is made for its pods, and what it reads', () => {
  const subjects = [{ kind: 'ServiceAccount', ...metadata('gateway-collector') }];
  const manifests: readonly ManifestObject[] = [
    { kind: 'OpenTelemetryCollector', metadata: metadata('gateway') },
    { kind: 'ServiceAccount', metadata: metadata('gateway-collector') },
    { kind: 'ClusterRole', metadata: { name: 'telemetry-gateway-collector' } },
    {
      kind: 'ClusterRoleBinding',
      metadata: { name: 'telemetry-gateway-collector' },
      subjects,
      roleRef: { kind: 'ClusterRole', name: 'telemetry-gateway-collector' },
    },
    { kind: 'NetworkPolicy', metadata: metadata('np'), spec: { podSelector: { matchLabels: instance } } },
    { kind: 'ServiceAccount', metadata: metadata('gateway-collector', 'other') },
    { kind: 'ServiceAccount', metadata: metadata('gateway-collector-2') },
    { kind: 'ClusterRole', metadata: { name: 'other' } },
    { kind: 'OpenTelemetryCollector', metadata: metadata('gateway-2') },
    { kind: 'NetworkPolicy', metadata: metadata('all'), spec: { podSelector: {} } },
  ];
  expect(names(collectorObjects(own, manifests))).toEqual([
    'OpenTelemetryCollector gateway',
    'ServiceAccount gateway-collector',
    'ClusterRole telemetry-gateway-collector',
    'ClusterRoleBinding telemetry-gateway-collector',
    'NetworkPolicy np',
    'Secret vendor',
    'ConfigMap floods-variables',
  ]);
});

test('without manifests it is what the collector says of itself', () => {
  expect(names(collectorObjects(own, []))).toEqual([
    'OpenTelemetryCollector gateway',
    'Secret vendor',
    'ConfigMap floods-variables',
  ]);
});

test('a configuration in a ConfigMap has what mounts it, and what is about those pods', () => {
  const labels = { app: 'agent', release: 'one' };
  const template = {
    metadata: { labels },
    spec: { serviceAccountName: 'agent', volumes: [{ name: 'config', configMap: { name: 'agent-config' } }] },
  };
  const manifests: readonly ManifestObject[] = [
    { kind: 'ConfigMap', metadata: metadata('agent-config') },
    { kind: 'ConfigMap', metadata: metadata('other-config') },
    { kind: 'DaemonSet', metadata: metadata('agent'), spec: { template } },
    { kind: 'Service', metadata: metadata('agent'), spec: { selector: { app: 'agent' } } },
    { kind: 'Service', metadata: metadata('other'), spec: { selector: { app: 'agent', release: 'other' } } },
    { kind: 'ServiceAccount', metadata: metadata('agent') },
    { kind: 'HorizontalPodAutoscaler', metadata: metadata('hpa'), spec: { scaleTargetRef: { name: 'agent' } } },
  ];
  const agent = collector({ name: 'agent', namespace: 'telemetry', path: 'a.yaml/agent-config/relay' });
  expect(names(collectorObjects(agent, manifests))).toEqual([
    'ConfigMap agent-config',
    'DaemonSet agent',
    'Service agent',
    'ServiceAccount agent',
    'HorizontalPodAutoscaler hpa',
  ]);
});
