import { readModel } from '../../src/convert/read';
import type { CollectorModel } from '../../src/model/collector';
import type { ConfigValue } from '../../src/model/config';
import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { Operator } from './kubernetes/operator';

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

/** Nothing that the operator would fill in is left out. */
const config = {
  receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
  exporters: { debug: {}, otlp: { endpoint: 'read-deployment-collector:4317', tls: { insecure: true } } },
  extensions: { health_check: { endpoint: '0.0.0.0:13133', path: '/' } },
  service: {
    extensions: ['health_check'],
    telemetry: {
      metrics: { level: 'normal', readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888 } } } }] },
    },
    pipelines: { logs: { receivers: ['otlp'], exporters: ['debug', 'otlp'] } },
  },
};

const resource = (mode: string, spec: object): Manifest => ({
  apiVersion: 'opentelemetry.io/v1beta1',
  kind: 'OpenTelemetryCollector',
  metadata: { name: `read-${mode}`, namespace: 'telemetry' },
  spec: {
    mode,
    config,
    image: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.131.0',
    args: { 'feature-gates': 'service.profilesSupport' },
    env: [{ name: 'REGION', value: 'eu' }],
    resources: { limits: { memory: '512Mi', cpu: '500m' } },
    ...spec,
  },
});

function collectorsIn(...contents: readonly Manifest[]): readonly CollectorModel[] {
  return readModel(contents.map((content) => ({ path: 'a.yaml', content: content as ConfigValue }))).collectors;
}

/** What the custom resource and the operator's objects both say. */
function facts(collector: CollectorModel | undefined) {
  const { namespace, release, config, featureGates, env, pod } = collector ?? ({} as Partial<CollectorModel>);
  return {
    ...{ namespace, release, config, featureGates },
    env: env?.REGION,
    mode: pod?.mode,
    replicas: pod?.mode === 'daemonset' ? undefined : pod?.replicas,
    image: pod?.image,
    memoryMiB: pod?.memoryMiB,
    cpuMillis: pod?.cpuMillis,
    account: pod?.serviceAccount.name,
  };
}

test.each([
  ['deployment', { replicas: 2 }],
  ['statefulset', { replicas: 3 }],
  ['daemonset', {}],
])('what the operator makes of a %s is read as its custom resource is', async (mode, spec) => {
  const given = resource(mode, spec);
  accepted(await cluster.apply(given));
  const workload = await operator.workloadOf(given);
  const inNamespace = { namespace: 'telemetry' };
  const volume = workload.spec.template.spec.volumes.find(({ name }: Manifest) => name === 'otc-internal');
  const get = async (kind: string, name: string) =>
    accepted(await cluster.get({ apiVersion: 'v1', kind, metadata: { name, ...inNamespace } })).body;
  const configMap = await get('ConfigMap', volume.configMap.name);
  const service = await get('Service', `read-${mode}-collector`);
  // The owner is not among these, so that they are looked at.
  const [made, ...more] = collectorsIn(workload, configMap, service, sender(`read-${mode}-collector`));
  const [told, ...others] = collectorsIn(given, sender(`read-${mode}-collector`));
  expect(facts(made)).toEqual(facts(told));
  // Who sends to it finds it by its Service, in whichever way that is known.
  expect(more.map(({ sends }) => sends)).toEqual([
    [{ exporter: 'otlp', to: made?.path, receiver: 'otlp', port: 4317 }],
  ]);
  expect(others.map(({ sends }) => sends)).toEqual([
    [{ exporter: 'otlp', to: told?.path, receiver: 'otlp', port: 4317 }],
  ]);
});

const alpha: readonly (readonly [string, object])[] = [
  ['plain', {}],
  ['maximum', { maxReplicas: 4 }],
  ['bounds', { minReplicas: 2, maxReplicas: 5, autoscaler: { maxReplicas: 6, targetCPUUtilization: 70 } }],
  ['daemons', { mode: 'daemonset', updateStrategy: { type: 'OnDelete' }, tolerations: [{ operator: 'Exists' }] }],
  [
    'allocated',
    {
      mode: 'statefulset',
      targetAllocator: { enabled: true, prometheusCR: { enabled: true, podMonitorSelector: { team: 'a' } } },
    },
  ],
];

test.each(alpha)('the older custom resource is read as the operator converts it (%s)', async (name, spec) => {
  const text = JSON.stringify({
    ...config,
    receivers: { ...config.receivers, prometheus: { config: { scrape_configs: [{ job_name: 'a' }] } } },
  });
  const metadata = { name: `alpha-${name}`, namespace: 'telemetry' };
  const kind = 'OpenTelemetryCollector';
  const given = { apiVersion: 'opentelemetry.io/v1alpha1', kind, metadata, spec: { config: text, ...spec } };
  accepted(await cluster.apply(given));
  const converted = accepted(await cluster.get({ apiVersion: 'opentelemetry.io/v1beta1', kind, metadata })).body;
  const [[older], [newer]] = [collectorsIn(given), collectorsIn(converted)];
  expect(older?.config).toMatchObject(config);
  // The webhooks fill in more of the configuration.
  expect(facts(older)).toEqual({ ...facts(newer), config: older?.config });
  expect(newer?.config).toMatchObject({ exporters: older?.config.exporters, service: config.service });
  const { options, operator: own } = older?.pod ?? ({} as Partial<NonNullable<CollectorModel['pod']>>);
  const { deploymentUpdateStrategy: _, ...said } = options ?? {};
  expect(newer?.pod?.options).toMatchObject(said);
  expect(newer?.pod?.operator.targetAllocator ?? {}).toMatchObject(own?.targetAllocator ?? {});
});

/** A collector that sends to a Service. */
function sender(service: string): Manifest {
  return {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'sender', namespace: 'telemetry' },
    spec: { config: { ...config, exporters: { debug: {}, otlp: { endpoint: `${service}:4317` } } } },
  };
}
