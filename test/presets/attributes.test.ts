import { presets } from '../../src/index';
import { configured } from './configured';

test('pods are found by their address, their uid or the connection', () => {
  const { k8s_attributes } = configured(presets.kubernetesAttributes());
  expect(k8s_attributes.pod_association).toEqual([
    { sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] },
    { sources: [{ from: 'resource_attribute', name: 'k8s.pod.uid' }] },
    { sources: [{ from: 'connection' }] },
  ]);
  expect(k8s_attributes.extract.metadata).toContain('k8s.deployment.name');
  expect(k8s_attributes).not.toHaveProperty('filter');
});

test('labels and annotations are the pod’s, or what a rule says', () => {
  const tier = { key: 'tier', from: 'namespace', tag_name: 'tier' } as const;
  const { k8s_attributes } = configured(
    presets.kubernetesAttributes({ metadata: ['k8s.pod.name'], labels: ['team', tier], annotations: ['owner'] }),
  );
  expect(k8s_attributes.extract).toEqual({
    metadata: ['k8s.pod.name'],
    labels: [{ key: 'team', from: 'pod' }, tier],
    annotations: [{ key: 'owner', from: 'pod' }],
  });
});

test('an agent knows the pods of its node, and a namespace its own', () => {
  const { k8s_attributes } = configured(presets.kubernetesAttributes({ onThisNode: true, namespace: 'shop' }));
  expect(k8s_attributes.filter).toEqual({ node_from_env_var: 'K8S_NODE_NAME', namespace: 'shop' });
});

test('passing through asks for nothing', () => {
  expect(configured(presets.kubernetesAttributes({ passthrough: true }))).toEqual({
    k8s_attributes: { passthrough: true },
  });
});

test('what telemetry says already is kept', () => {
  expect(configured(presets.resourceDetection())).toEqual({
    resource_detection: { detectors: ['env', 'k8snode'], override: false },
  });
  const { resource_detection } = configured(presets.resourceDetection({ detectors: ['eks'], override: true }));
  expect(resource_detection).toEqual({ detectors: ['eks'], override: true });
});
