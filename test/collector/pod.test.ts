import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import { Collector, type CollectorProps, exporters, MdaiError, presets, receivers } from '../../src';
import { find, issuesOf, type Manifest, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http({ endpoint: 'https://in.vendor.example' });

function collector(props: CollectorProps): Collector {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const gateway = new Collector(chart, 'gateway', props);
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  return gateway;
}

function objects(props: CollectorProps): Manifest[] {
  return synthesize(collector(props).node.scope as Chart);
}

test.each([
  [
    { aws: 'arn:aws:iam::123456789012:role/collector' },
    { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/collector' },
    {},
  ],
  [
    { google: 'collector@acme.iam.gserviceaccount.com' },
    { 'iam.gke.io/gcp-service-account': 'collector@acme.iam.gserviceaccount.com' },
    {},
  ],
  [
    { azure: 'client', tenant: 'acme' },
    { 'azure.workload.identity/client-id': 'client', 'azure.workload.identity/tenant-id': 'acme' },
    { 'azure.workload.identity/use': 'true' },
  ],
])(
  'the identity %j is on the account, and on the pods where the cloud looks there',
  (identity, annotations, labels) => {
    for (const backend of ['operator', 'workload'] as const) {
      const made = objects({ backend, serviceAccount: { identity } });
      expect(find(made, 'ServiceAccount', 'gateway-collector').metadata.annotations).toEqual(annotations);
      // The operator hands the labels of its resource on to the pods.
      const pods =
        backend === 'operator'
          ? find(made, 'OpenTelemetryCollector', 'gateway').metadata.labels
          : find(made, 'Deployment', 'gateway-collector').spec.template.metadata.labels;
      expect(pods ?? {}).toMatchObject(labels);
    }
  },
);

test.each([
  [{ aws: 'collector' }, 'is no ARN of an IAM role'],
  [{ google: 'collector' }, 'is no Google service account'],
])('the identity %j throws', (identity, message) => {
  expect(() => issuesOf(collector({ serviceAccount: { identity } }))).toThrow(message);
});

test('an account that is there gets the rights, and is not made', () => {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const gateway = new Collector(chart, 'gateway', { serviceAccount: 'theirs' });
  gateway.pipeline('logs', { from: [otlp], processors: [presets.kubernetesAttributes()], to: [vendor] });
  const made = synthesize(chart);
  expect(made.filter(({ kind }) => kind === 'ServiceAccount')).toEqual([]);
  expect(find(made, 'ClusterRoleBinding', 'telemetry-gateway-collector').subjects).toEqual([
    { kind: 'ServiceAccount', name: 'theirs', namespace: 'telemetry' },
  ]);
});

test('a token is only where the API server is asked', () => {
  expect(find(objects({}), 'ServiceAccount', 'gateway-collector').automountServiceAccountToken).toBe(false);
});

test('the parts of the limit that an autoscaler aims at are parts of what is requested in the object', () => {
  const { spec } = find(
    objects({ replicas: { min: 2, max: 4, cpu: 60, memory: 70 } }),
    'OpenTelemetryCollector',
    'gateway',
  );
  expect(spec.autoscaler).toEqual({
    minReplicas: 2,
    maxReplicas: 4,
    targetCPUUtilization: 600,
    targetMemoryUtilization: 70,
  });
});

test('an own request moves what the autoscaler aims at', () => {
  const pod = { resources: { requests: { cpu: '500m', memory: '256Mi' } } };
  const { spec } = find(
    objects({ replicas: { min: 2, max: 4, cpu: 60, memory: 70 }, pod }),
    'OpenTelemetryCollector',
    'gateway',
  );
  expect(spec.autoscaler).toMatchObject({ targetCPUUtilization: 120, targetMemoryUtilization: 140 });
});

test('the number of pods is the autoscaler’s, in either back end', () => {
  const replicas = { min: 2, max: 4 };
  expect(find(objects({ replicas }), 'OpenTelemetryCollector', 'gateway').spec).not.toHaveProperty('replicas');
  const plain = find(objects({ replicas, backend: 'workload' }), 'Deployment', 'gateway-collector');
  expect(plain.spec).not.toHaveProperty('replicas');
});

test('a patched configuration makes new pods', () => {
  const checksum = (gateway: Collector) =>
    find(synthesize(gateway.node.scope as Chart), 'Deployment', 'gateway-collector').spec.template.metadata.annotations[
      'checksum/config'
    ];
  const patched = collector({ backend: 'workload' });
  const text = find(objects({ backend: 'workload' }), 'ConfigMap', 'gateway-collector').data['collector.yaml'];
  patched.patch(
    'ConfigMap',
    JsonPatch.replace('/data/collector.yaml', text.replace('vendor.example', 'other.example')),
  );
  expect(checksum(patched)).not.toBe(checksum(collector({ backend: 'workload' })));
  expect(checksum(collector({ backend: 'workload' }))).toBe(checksum(collector({ backend: 'workload' })));
});

test('pods on the network of their node have no network policy', () => {
  const kinds = objects({ pod: { hostNetwork: true } }).map(({ kind }) => kind);
  expect(kinds).not.toContain('NetworkPolicy');
});

test('limits are said once', () => {
  const pod = { resources: { limits: { memory: '1Gi' } } };
  expect(() => issuesOf(collector({ memory: Size.gibibytes(1), pod }))).toThrow(MdaiError);
  const { env } = find(objects({ pod }), 'OpenTelemetryCollector', 'gateway').spec;
  expect(env).toContainEqual({ name: 'GOMEMLIMIT', value: '819MiB' });
});

test.each([
  [{ replicas: -1 }, 'is no number of replicas'],
  [{ replicas: 1.5 }, 'is no number of replicas'],
  [{ replicas: { min: 0, max: 2 } }, 'are none to choose from'],
  [{ mode: 'daemonset', replicas: 2 }, 'has as many pods as nodes'],
] as const)('%j throws', (props, message) => expect(() => collector(props)).toThrow(message));

test('patched pods are checked as they will be', () => {
  const gateway = collector({});
  ApiObject.of(gateway).addJsonPatch(JsonPatch.add('/spec/volumeClaimTemplates', [{ metadata: { name: 'a' } }]));
  expect(issuesOf(gateway)).toMatchObject([
    { code: 'option-mode', path: 'telemetry/gateway/pod/volumeClaimTemplates' },
  ]);
});

test('nothing is derived with all defaults off', () => {
  const made = objects({ defaults: false });
  expect(made.map(({ kind }) => kind)).toEqual(['OpenTelemetryCollector', 'ServiceAccount']);
});

test('a patched workload is checked as it will be', () => {
  const gateway = collector({ backend: 'workload' });
  const limit = '/spec/template/spec/containers/0/resources/limits/memory';
  ApiObject.of(gateway).addJsonPatch(JsonPatch.replace(limit, '32Mi'));
  expect(issuesOf(gateway)).toMatchObject([{ code: 'memory-low', severity: 'error' }]);
});
