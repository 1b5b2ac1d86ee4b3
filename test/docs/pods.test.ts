// docs/pods.md shows parts of this file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import {
  type Backend,
  Collector,
  type CollectorProps,
  configMapFile,
  exporters,
  extensions,
  MdaiApp,
  presets,
  receivers,
  secretFile,
} from 'cdk8s-mdai';
import { find, issuesOf, type Manifest, synthesize } from 'cdk8s-mdai/testing';
import { Deployment } from 'cdk8s-plus-28';
import { loadAll } from 'js-yaml';

const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

const gateway = new Collector(chart, 'gateway', { backend: 'workload' });
gateway.pipeline('traces', { from: [otlp], to: [vendor] });

const shop = new Deployment(chart, 'shop', { containers: [{ image: 'shop.example/shop:1.4.2' }] });
const sidecar = new Collector(chart, 'sidecar', { backend: 'workload', mode: 'sidecar', memory: Size.mebibytes(128) });
sidecar.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp)] });
sidecar.joinPodsOf(shop, { native: true });

const cart = new ApiObject(chart, 'cart', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  spec: { template: { spec: { containers: [{ name: 'cart', image: 'cart.example/cart:2.0.0' }] } } },
});
const injected = new Collector(chart, 'injected', { mode: 'sidecar' });
injected.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp)] });
injected.joinPodsOf(cart);

const large = new Collector(chart, 'large', {
  memory: Size.gibibytes(2),
  cpu: 2,
  replicas: { min: 2, max: 10, cpu: 60, memory: 70 },
});
large.pipeline('traces', { from: [otlp], to: [vendor] });

const queue = extensions.file_storage('queue', { directory: '/var/lib/otelcol/queue' });
const durable = exporters.otlp_http('durable', {
  endpoint: 'https://in.vendor.example',
  sending_queue: { storage: queue },
});
const keeper = new Collector(chart, 'keeper', {
  mode: 'statefulset',
  replicas: 3,
  storage: { size: Size.gibibytes(10), storageClass: 'fast' },
});
keeper.pipeline('logs', { from: [otlp], to: [durable] });

const archive = exporters.awss3('archive', { s3uploader: { region: 'us-east-1', s3_bucket: 'telemetry' } });
const archiver = new Collector(chart, 'archiver', {
  serviceAccount: { identity: { aws: 'arn:aws:iam::123456789012:role/archiver' } },
});
archiver.pipeline('logs', { from: [otlp], to: [archive] });

const tls = { cert_file: secretFile('edge-tls', 'tls.crt'), key_file: secretFile('edge-tls', 'tls.key') };
const fromOutside = receivers.otlp('outside', { protocols: { grpc: { tls } } });
const inHouse = exporters.otlp_grpc('in-house', {
  endpoint: 'otlp.example.internal:4317',
  tls: { ca_file: configMapFile('authorities', 'ca.crt') },
});
const edge = new Collector(chart, 'edge');
edge.pipeline('logs', { from: [fromOutside], to: [inHouse] });

const node = new Collector(chart, 'node', {
  mode: 'daemonset',
  pod: {
    tolerations: [{ operator: 'Exists' }],
    priorityClassName: 'system-node-critical',
    resources: { limits: { 'ephemeral-storage': '1Gi' } },
    ports: [{ name: 'otlp-grpc', port: 4317, hostPort: 4317, protocol: 'TCP', appProtocol: 'grpc' }],
  },
  operator: { observability: { metrics: { enableMetrics: true } } },
});
node.pipeline('logs', { from: [otlp, presets.podLogs()], to: [vendor] });

const behavior = { scaleDown: { stabilizationWindowSeconds: 600 } };
const patient = new Collector(chart, 'patient', { backend: 'workload', replicas: { min: 2, max: 4 } });
patient.pipeline('logs', { from: [otlp], to: [vendor] });
patient.patch('HorizontalPodAutoscaler', JsonPatch.add('/spec/behavior', behavior));
ApiObject.of(patient).addJsonPatch(JsonPatch.add('/spec/revisionHistoryLimit', 2));

const objects = synthesize(chart);
const resource = (name: string) => find(objects, 'OpenTelemetryCollector', name);

/** A collector that has everything, in a chart of its own. */
function whole(props: CollectorProps): Collector {
  const collector = new Collector(new Chart(new App(), 'whole', { namespace: 'telemetry' }), 'gateway', props);
  const from = [otlp, receivers.k8s_events({ namespaces: ['shop'] })];
  collector.pipeline('logs', { from, processors: [presets.kubernetesAttributes()], to: [durable] });
  return collector;
}

function idsOf(props: CollectorProps): string[] {
  const collector = whole(props);
  synthesize(Chart.of(collector));
  return collector.node.children.filter(ApiObject.isApiObject).map(({ kind, node: { id } }) => `${id}: ${kind}`);
}

function yaml(name: string): unknown {
  return loadAll(readFileSync(join(__dirname, name), 'utf8'))[0];
}

const oneOf = (code: string) => expect.objectContaining({ code });

test('the program has no mistakes', () => {
  expect(issuesOf(chart)).toEqual([]);
});

test('each back end writes the objects of the table', () => {
  const both = [
    'ServiceAccount: ServiceAccount',
    'ClusterRole: ClusterRole',
    'ClusterRoleBinding: ClusterRoleBinding',
    'Role-shop: Role',
    'RoleBinding-shop: RoleBinding',
    'NetworkPolicy: NetworkPolicy',
  ];
  const replicas = { min: 2, max: 4 };
  expect(idsOf({ replicas })).toEqual(['Default: OpenTelemetryCollector', ...both]);
  expect(idsOf({ replicas, backend: 'workload' })).toEqual([
    'Default: Deployment',
    'ConfigMap: ConfigMap',
    'Service: Service',
    'HeadlessService: Service',
    'HorizontalPodAutoscaler: HorizontalPodAutoscaler',
    'PodDisruptionBudget: PodDisruptionBudget',
    ...both,
  ]);
  expect(idsOf({ storage: {} })).toContain(
    'PersistentVolumeClaim-storage-var-lib-otelcol-queue: PersistentVolumeClaim',
  );
});

test.each(['operator', 'workload'] as const)(
  'names and ports are the same with the back end %s',
  (backend: Backend) => {
    const manifests = synthesize(Chart.of(whole({ backend })));
    expect(find(manifests, 'ServiceAccount', 'gateway-collector').automountServiceAccountToken).toBe(true);
    find(manifests, 'NetworkPolicy', 'gateway-collector');
    find(manifests, 'ClusterRole', 'telemetry-gateway-collector');
    const ports =
      backend === 'operator'
        ? find(manifests, 'OpenTelemetryCollector', 'gateway').spec.ports
        : find(manifests, 'Service', 'gateway-collector').spec.ports;
    expect(ports.map(({ name, port }: Manifest) => [name, port])).toEqual([
      ['otlp-grpc', 4317],
      ['otlp-http', 4318],
    ]);
  },
);

test('without anything said, a pod is that of the page', () => {
  const plain = new Chart(new App(), 'plain');
  new Collector(plain, 'gateway').pipeline('logs', { from: [otlp], to: [vendor] });
  const { config: _, ...pod } = synthesize(plain)[0]!.spec;
  expect(pod).toEqual({ ...(yaml('inert.yaml') as object), ...(yaml('pod.yaml') as object) });
});

test('a new configuration makes new pods', () => {
  const [one, other] = [vendor, durable].map((to) => {
    const collector = new Collector(new Chart(new App(), 'c'), 'gateway', { backend: 'workload' });
    collector.pipeline('logs', { from: [otlp], to: [to] });
    const { spec } = find(synthesize(Chart.of(collector)), 'Deployment', 'gateway-collector');
    return spec.template.metadata.annotations['checksum/config'];
  });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(other).not.toBe(one);
});

test('a sidecar joins a Deployment of cdk8s-plus as a container that starts first', () => {
  const { spec } = find(objects, 'Deployment', ApiObject.of(shop).name).spec.template;
  expect(spec.containers).toHaveLength(1);
  const [joined] = spec.initContainers;
  expect(joined).toMatchObject({ name: 'sidecar', restartPolicy: 'Always', args: ['--config=env:OTEL_CONFIG'] });
  const config = loadAll(joined.env.find(({ name }: Manifest) => name === 'OTEL_CONFIG').value)[0] as Manifest;
  expect(config.receivers.otlp.protocols).toEqual({
    grpc: { endpoint: 'localhost:4317' },
    http: { endpoint: 'localhost:4318' },
  });
  expect(objects.filter(({ metadata }) => metadata.name.startsWith('sidecar'))).toEqual([]);
  expect(sidecar.toSidecar().container.name).toBe('sidecar');
});

test('with the operator, a sidecar is an annotation of whatever runs pods', () => {
  const { metadata } = find(objects, 'Deployment', cart.name).spec.template;
  expect(metadata.annotations).toEqual({ 'sidecar.opentelemetry.io/inject': 'telemetry/injected' });
  expect(injected.sidecarAnnotations).toEqual(metadata.annotations);
  expect(resource('injected').spec).toMatchObject({ mode: 'sidecar' });
});

test('percents of the limit become those of the request', () => {
  const { spec } = resource('large');
  expect(spec.resources).toEqual({
    requests: { cpu: '200m', memory: '2Gi' },
    limits: { cpu: '2', memory: '2Gi' },
  });
  expect(spec.autoscaler).toEqual({
    minReplicas: 2,
    maxReplicas: 10,
    targetCPUUtilization: 600,
    targetMemoryUtilization: 70,
  });
  expect(spec.podDisruptionBudget).toEqual({ maxUnavailable: 1 });
  expect(spec.topologySpreadConstraints.map(({ topologyKey }: Manifest) => topologyKey)).toEqual([
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
  ]);
  const variables = spec.env.map(({ name, value }: Manifest) => `${name}=${value}`);
  expect(variables).toEqual(['GOMAXPROCS=2', 'GOMEMLIMIT=1638MiB']);
});

test('files are where the mode keeps them', () => {
  const [claim] = resource('keeper').spec.volumeClaimTemplates;
  expect(claim.spec).toEqual({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '10Gi' } },
    storageClassName: 'fast',
  });
  expect(resource('keeper').spec.volumeMounts).toEqual([
    { mountPath: '/var/lib/otelcol/queue', name: claim.metadata.name },
  ]);
  const volumesOf = (props: CollectorProps) => {
    const collector = new Collector(new Chart(new App(), 'c', { namespace: 'telemetry' }), 'keeper', props);
    collector.pipeline('logs', { from: [otlp], to: [durable] });
    const { spec } = synthesize(Chart.of(collector))[0]!;
    return { volume: spec.volumes[0], strategy: spec.deploymentUpdateStrategy, codes: issuesOf(collector) };
  };
  expect(volumesOf({ storage: {} })).toMatchObject({
    volume: { persistentVolumeClaim: { claimName: 'keeper-collector-storage-var-lib-otelcol-queue' } },
    strategy: { type: 'Recreate' },
    codes: [],
  });
  const folder = '/var/lib/otelcol/telemetry/keeper/storage-var-lib-otelcol-queue';
  expect(volumesOf({ mode: 'daemonset' })).toMatchObject({ volume: { hostPath: { path: folder } }, codes: [] });
  expect(volumesOf({})).toMatchObject({ volume: { emptyDir: {} }, codes: [oneOf('storage-lost')] });
});

test('the account carries the identity, and a token only where one is needed', () => {
  const account = find(objects, 'ServiceAccount', 'archiver-collector');
  expect(account.metadata.annotations).toEqual({
    'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/archiver',
  });
  expect(account.automountServiceAccountToken).toBe(false);
  const azure = synthesize(Chart.of(whole({ serviceAccount: { identity: { azure: 'some-client' } } })));
  const label = { 'azure.workload.identity/use': 'true' };
  expect(find(azure, 'OpenTelemetryCollector', 'gateway').metadata.labels).toEqual(label);
  const theirs = synthesize(Chart.of(whole({ serviceAccount: 'theirs' })));
  expect(theirs.filter(({ kind }) => kind === 'ServiceAccount')).toEqual([]);
  expect(find(theirs, 'ClusterRoleBinding', 'telemetry-gateway-collector').subjects[0].name).toBe('theirs');
});

test('a policy lets out what is sent to, and stays open where that is not known', () => {
  const egress = (endpoint: string) => {
    const collector = new Collector(new Chart(new App(), 'c', { namespace: 'telemetry' }), 'gateway');
    const to = exporters.otlp_http('to', { endpoint });
    collector.pipeline('logs', { from: [otlp], to: [to] });
    const { spec } = find(synthesize(Chart.of(collector)), 'NetworkPolicy', 'gateway-collector');
    return spec.egress?.slice(1);
  };
  const port = (number: number) => [{ port: number, protocol: 'TCP' }];
  const within = (name: string) => [
    { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }] },
  ];
  expect(egress('http://archive.storage.svc.cluster.local:4318')).toEqual(within('storage'));
  expect(egress('http://archive:4318')).toEqual(within('telemetry'));
  expect(egress('http://192.0.2.1:4318')).toEqual([{ to: [{ ipBlock: { cidr: '192.0.2.1/32' } }], ports: port(4318) }]);
  expect(egress('https://in.vendor.example')).toEqual([{ ports: port(443) }]);
  expect(egress('${env:K8S_NODE_IP}:4318')).toEqual([{ ports: port(4318) }]);
  expect(egress('${env:K8S_POD_NAME}')).toBeUndefined();
});

test('files are mounted, and the fields hold where', () => {
  const { spec } = resource('edge');
  expect(spec.config.receivers['otlp/outside'].protocols.grpc.tls).toEqual({
    cert_file: '/etc/otelcol/secrets/edge-tls/tls.crt',
    key_file: '/etc/otelcol/secrets/edge-tls/tls.key',
  });
  expect(spec.volumes).toEqual([
    { name: 'secret-edge-tls', secret: { secretName: 'edge-tls', defaultMode: 0o440 } },
    { name: 'configmap-authorities', configMap: { name: 'authorities' } },
  ]);
});

test('what is given in Kubernetes’ own fields continues what is derived', () => {
  const { spec } = resource('node');
  expect(spec.resources.limits).toEqual({ cpu: '1', memory: '512Mi', 'ephemeral-storage': '1Gi' });
  expect(spec.ports.map(({ name, hostPort }: Manifest) => [name, hostPort])).toEqual([
    ['otlp-grpc', 4317],
    ['otlp-http', undefined],
  ]);
  expect(spec.observability).toEqual({ metrics: { enableMetrics: true } });
});

test('a patched custom resource is checked', () => {
  const collector = new Collector(new Chart(new App(), 'c'), 'gateway');
  collector.pipeline('logs', { from: [otlp], to: [vendor] });
  ApiObject.of(collector).addJsonPatch(JsonPatch.replace('/spec/resources/limits/memory', '48Mi'));
  expect(issuesOf(collector)).toEqual([oneOf('memory-low')]);
});

test('patches reach derived objects', () => {
  const scaler = find(objects, 'HorizontalPodAutoscaler', 'patient-collector');
  expect(scaler.spec.behavior).toEqual(behavior);
  expect(find(objects, 'Deployment', 'patient-collector').spec.revisionHistoryLimit).toBe(2);
});

test.each<[string, string, CollectorProps]>([
  ['tolerations of a sidecar', 'option-mode', { mode: 'sidecar', pod: { tolerations: [{ operator: 'Exists' }] } }],
  [
    'an ingress without the operator',
    'option-operator',
    { backend: 'workload', operator: { ingress: { type: 'ingress' } } },
  ],
  ['one claim for two pods', 'storage-mode', { replicas: 2, storage: {} }],
  ['an autoscaler without an end', 'autoscaler-refused', { pod: { autoscaler: { minReplicas: 2 } } }],
  ['a port with a name that is none', 'port-invalid', { pod: { ports: [{ port: 9999, name: 'Extra' }] } }],
  ['little memory', 'memory-low', { memory: Size.mebibytes(48) }],
  ['several pods that report the same', 'scaled-singleton', { replicas: 2 }],
  ['a sidecar that asks the Kubernetes API', 'sidecar-access', { mode: 'sidecar' }],
])('%s is an issue: %s', (_, code, props) => {
  expect(issuesOf(whole(props))).toContainEqual(oneOf(code));
});
