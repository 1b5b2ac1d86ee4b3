import { App, Chart, Size } from 'cdk8s';
import { load } from 'js-yaml';
import { Collector, type CollectorProps, exporters, extensions, presets, receivers } from '../../src';
import { type Manifest, synthesize } from '../../src/testing';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { Operator } from './kubernetes/operator';
import { until } from './process';

let cluster: Cluster;
let operator: Operator;

beforeAll(async () => {
  cluster = await Cluster.start();
  await cluster.installCrds();
  await cluster.namespace('telemetry');
  operator = await Operator.start(cluster);
});

afterAll(async () => {
  await operator?.stop();
  await cluster?.stop();
});

const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const udp = receivers.syslog('old', { protocol: 'rfc3164', udp: { listen_address: '0.0.0.0:5514' } });
const queue = extensions.file_storage('queue', { directory: '/var/lib/otelcol/queue' });
const vendor = exporters.otlp_http({ endpoint: 'https://in.vendor.example', sending_queue: { storage: queue } });

const variants: readonly (readonly [string, CollectorProps])[] = [
  ['deployment', { replicas: 2, env: { REGION: 'eu' }, featureGates: ['service.profilesSupport'] }],
  ['scaled', { replicas: { min: 2, max: 5 } }],
  ['statefulset', { mode: 'statefulset', replicas: 3, storage: { size: Size.gibibytes(2) } }],
  [
    'daemonset',
    {
      mode: 'daemonset',
      pod: {
        tolerations: [{ operator: 'Exists' }],
        terminationGracePeriodSeconds: 60,
        ports: [
          { name: 'otlp-grpc', port: 4317, targetPort: 4317, protocol: 'TCP', appProtocol: 'grpc', hostPort: 4317 },
        ],
      },
    },
  ],
];

function objectsOf(backend: 'operator' | 'workload', name: string, props: CollectorProps): Manifest[] {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const collector = new Collector(chart, name, { ...props, backend });
  const node = props.mode === 'daemonset';
  const from = node ? [otlp, udp, presets.podLogs({ checkpoints: true })] : [otlp, udp];
  collector.pipeline('logs', { from, processors: [presets.kubernetesAttributes({ onThisNode: node })], to: [vendor] });
  return synthesize(chart);
}

test('a pod that asks for a sidecar gets one, which has what ours would have', async () => {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const sidecars = (['operator', 'workload'] as const).map((backend) => {
    const sidecar = new Collector(chart, `sidecar-${backend}`, { mode: 'sidecar', backend });
    sidecar.pipeline('logs', { from: [otlp], to: [exporters.otlp_http({ endpoint: 'https://in.vendor.example' })] });
    return sidecar;
  }) as [Collector, Collector];
  const collector = synthesize(chart).find(({ kind }) => kind === 'OpenTelemetryCollector') as Manifest;
  accepted(await cluster.apply(collector));
  const metadata = { name: 'shop', namespace: 'telemetry', annotations: { ...sidecars[0].sidecarAnnotations } };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'shop', image: 'shop' }] } };
  let theirs: Manifest = {};
  // It lets a pod pass as it is until it has heard of the collector.
  await until(async () => {
    const { spec } = accepted(await cluster.create(pod, { dryRun: true })).body;
    theirs = [...(spec.initContainers ?? []), ...spec.containers].find(({ name }) => name === 'otc-container');
    return theirs !== undefined;
  }, 'the operator to inject the sidecar');
  const mine = JSON.parse(JSON.stringify(sidecars[1].toSidecar().container));
  const config = (container: Manifest) =>
    load(container.env.find(({ name }: Manifest) => name === 'OTEL_CONFIG').value) as Manifest;
  expect(config(theirs)).toEqual(config(mine));
  expect({ image: theirs.image, args: theirs.args, resources: theirs.resources }).toEqual({
    image: mine.image,
    args: mine.args,
    resources: mine.resources,
  });
});

const workloads = ['Deployment', 'StatefulSet', 'DaemonSet'];

describe.each(variants)('a %s', (name, props) => {
  const ours = objectsOf('workload', name, props);
  const own = (kind: string, suffix = '') =>
    ours.find((object) => object.kind === kind && object.metadata.name === `${name}-collector${suffix}`);
  let theirs: Manifest;

  beforeAll(async () => {
    const objects = objectsOf('operator', name, props);
    for (const object of objects) accepted(await cluster.apply(object));
    theirs = await operator.workloadOf(objects[0] as Manifest);
  });

  test('runs the same pods whether the operator makes them or we do', () => {
    const mine = ours.find(({ kind, metadata }) => workloads.includes(kind) && metadata.name === `${name}-collector`);
    expect(podOf(theirs, mine)).toEqual(podOf(mine, mine));
  });

  test.each(['', '-headless'])('is reached by the same Service (%s)', async (suffix) => {
    const mine = own('Service', suffix);
    const { body } = accepted(await cluster.get(mine as Manifest));
    expect(ports(body.spec.ports)).toEqual(ports(mine?.spec.ports));
    expect(body.spec.clusterIP === 'None').toBe(mine?.spec.clusterIP === 'None');
    expect(body.spec.internalTrafficPolicy ?? 'Cluster').toBe(mine?.spec.internalTrafficPolicy ?? 'Cluster');
  });
});

/** What a workload says of its pods, without what only one back end says and means nothing to the collector. */
function podOf(workload: Manifest | undefined, mine: Manifest | undefined): Manifest {
  const { spec } = workload?.spec.template ?? {};
  const [container] = spec.containers;
  const asked = new Set(mine?.spec.template.spec.containers[0].env.map(({ name }: Manifest) => name));
  const own = (entries: readonly Manifest[] = []) => sorted(entries.filter(({ name }) => name !== 'otc-internal'));
  return {
    kind: workload?.kind,
    account: spec.serviceAccountName,
    security: spec.securityContext,
    tolerations: spec.tolerations,
    grace: spec.terminationGracePeriodSeconds ?? 30,
    spread: (spec.topologySpreadConstraints ?? []).map(({ labelSelector: _, ...rest }: Manifest) => rest),
    volumes: own(spec.volumes).map((volume) => ({ ...volume, ...untyped(volume) })),
    claims: (workload?.spec.volumeClaimTemplates ?? []).map(({ metadata, spec: claim }: Manifest) => ({
      name: metadata.name,
      size: claim.resources.requests.storage,
      modes: claim.accessModes,
    })),
    container: {
      name: container.name,
      image: container.image,
      args: container.args,
      // The operator adds POD_NAME, which no component of these reads.
      env: sorted(container.env.filter(({ name }: Manifest) => asked.has(name))),
      ports: ports(container.ports.filter(({ name }: Manifest) => name !== 'health-check')),
      mounts: own(container.volumeMounts),
      resources: container.resources,
      security: container.securityContext,
      probes: ['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => ({
        path: container[probe].httpGet.path,
        port: Number(container[probe].httpGet.port),
      })),
    },
  };
}

/** The API server says that it does not look what a folder of the node is. */
function untyped({ hostPath }: Manifest): Manifest | undefined {
  return hostPath && { hostPath: { path: hostPath.path, type: hostPath.type || undefined } };
}

function ports(entries: readonly Manifest[]): readonly Manifest[] {
  return sorted(
    entries.map(({ name, port, containerPort, protocol = 'TCP', appProtocol, hostPort }) => ({
      name,
      number: port ?? containerPort,
      protocol,
      appProtocol,
      hostPort,
    })),
  );
}

function sorted<T extends Manifest>(entries: readonly T[]): readonly T[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}
