import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Size } from 'cdk8s';
import { load } from 'js-yaml';
import {
  Alertmanager,
  Collector,
  configMapFile,
  exporters,
  Prometheus,
  PrometheusAgent,
  type PrometheusBase,
  receivers,
  secret,
} from '../../src/index';
import type { Backend } from '../../src/model/collector';
import { identityOf, selectorLabels } from '../../src/model/collector-names';
import { find, issuesOf, type Manifest, synthesize } from '../../src/testing';
import { tool } from '../../tools/locate';
import { Authority } from './certificates';
import { Cluster } from './kubernetes';
import { admission, podsOf } from './kubernetes/pods';
import { run, Started, scratch } from './process';
import { type DiscoveredPod, discovered, discoveredBehind, keptTargets, operatorConfig } from './prometheus-targets';

const namespace = 'telemetry';
const otlp = receivers.otlp({ protocols: { grpc: {} } });

interface Variant {
  readonly version: string;
  readonly promtool: 'promtool' | 'promtool-2.54.1';
  readonly shards: number;
  readonly mode: 'server' | 'agent';
}

const versions = [
  { version: '3.15.0', promtool: 'promtool' },
  { version: '2.54.1', promtool: 'promtool-2.54.1' },
] as const;

const variants: Variant[] = versions.flatMap((version) =>
  [1, 2].flatMap((shards) => (['server', 'agent'] as const).map((mode) => ({ ...version, shards, mode }))),
);

const remoteWrite = {
  url: 'https://metrics.example/api/v1/push',
  name: 'vendor',
  headers: { 'X-Scope-OrgID': 'shop' },
  basicAuth: { username: secret('vendor', 'user'), password: secret('vendor', 'password') },
  relabel: [{ sourceLabels: ['__name__'], regex: 'go_.*', action: 'drop' }],
  queue: { maxShards: 5, batchSendDeadline: '10s', retryOnRateLimit: true },
} as const;

/** Everything that a Prometheus can read. */
function program(backend: Backend, { version, shards, mode }: Variant): Manifest[] {
  const chart = new Chart(new App(), 'test', { namespace });
  // The same pods for both, whoever makes them.
  const gateway = new Collector(chart, 'gateway', { backend: 'workload' });
  gateway.pipeline('metrics', { from: [otlp], to: [exporters.prometheus()] });
  const common = {
    backend,
    version,
    shards,
    storage: { size: Size.gibibytes(10) },
    externalLabels: { cluster: 'eu$1' },
    remoteWrite: [remoteWrite],
  } as const;
  let prometheus: PrometheusBase;
  if (mode === 'agent') prometheus = new PrometheusAgent(chart, 'prometheus', common);
  else {
    const alertmanager = new Alertmanager(chart, 'alertmanager', { backend });
    prometheus = new Prometheus(chart, 'prometheus', { ...common, alertmanager })
      .alert('Down', { expr: 'up == 0', severity: 'page', for: '5m', keepFiringFor: '5m' })
      .record('job:up:sum', { expr: 'sum by (job) (up)' });
  }
  const shop = new ApiObject(chart, 'shop', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop', labels: { app: 'shop', 'app.kubernetes.io/part-of': 'shop.example' } },
    spec: {
      ports: [
        { name: 'metrics', port: 9100 },
        { name: 'web', port: 80 },
      ],
    },
  });
  prometheus
    .scrape(gateway, { interval: '15s', timeout: '5s' })
    .scrapeService(shop, {
      port: 'metrics',
      authorization: { credentials: secret('shop', 'token') },
      tls: { ca: configMapFile('ca', 'ca.crt'), serverName: 'shop' },
      sampleLimit: 1000,
    })
    .scrapePods(
      { name: 'node', namespace: 'kube-system', labels: { 'k8s-app': 'node.x' } },
      { port: [9100, 'http'], path: '/stats', params: { format: ['prometheus'] }, honorTimestamps: false },
    )
    .scrapeAddresses('vm', {
      addresses: ['10.0.0.1:9100', '10.0.0.2:9100'],
      labels: { team: 'a' },
      relabel: [{ sourceLabels: ['__address__'], regex: '(.*):.*', targetLabel: 'host' }],
      metricRelabel: [{ regex: 'pod_.*', action: 'labeldrop' }],
    })
    .probe('sites', {
      prober: 'blackbox:9115',
      module: 'http_2xx',
      targets: ['https://example.com'],
      labels: { team: 'b' },
    });
  expect(issuesOf(chart).filter(({ severity }) => severity === 'error')).toEqual([]);
  return synthesize(chart);
}

const collectorLabels = selectorLabels(
  identityOf({ name: 'gateway', namespace, pod: { backend: 'workload' } } as never),
);

const running = { phase: 'Running' } as const;
const pods: DiscoveredPod[] = [
  {
    name: 'gateway-1',
    namespace,
    labels: collectorLabels,
    ports: { metrics: 8888, prometheus: 8889, otlp: 4317 },
    ...running,
  },
  { name: 'gateway-2', namespace, labels: collectorLabels, ports: { metrics: 8888, prometheus: 8889 }, ...running },
  { name: 'gateway-ended', namespace, labels: collectorLabels, ports: { metrics: 8888 }, phase: 'Succeeded' },
  {
    name: 'node-1',
    namespace: 'kube-system',
    labels: { 'k8s-app': 'node.x' },
    ports: { http: 9100, admin: 1 },
    ...running,
  },
  { name: 'bare', namespace, labels: {}, ports: {}, ...running },
];

const service = {
  name: 'shop',
  namespace,
  labels: { app: 'shop', 'app.kubernetes.io/part-of': 'shop.example' },
  ports: { metrics: 9100, web: 80 },
};
const targets = [
  ...pods.flatMap(discovered),
  ...pods.slice(0, 3).flatMap((pod) => discoveredBehind(service, pod)),
  ...discoveredBehind({ ...service, name: 'other', labels: { app: 'other' } }, pods[0] as DiscoveredPod),
];

const secrets: Manifest[] = [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'vendor', namespace },
    stringData: { user: 'u', password: 'p' },
  },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'shop', namespace }, stringData: { token: 't' } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ca', namespace }, data: { 'ca.crt': authority() } },
];

function authority(): string {
  const folder = scratch();
  new Authority(folder);
  return readFileSync(join(folder, 'ca.crt'), 'utf8');
}

/** The configuration of one shard, with what the programs around it fill in when the pod starts. */
function configs(variant: Variant, shard: number): Readonly<Record<Backend, Manifest>> {
  const name = shard === 0 ? 'prometheus' : `prometheus-shard-${shard}`;
  const plain = find(program('workload', variant), 'ConfigMap', name).data['prometheus.yaml'];
  const operator = operatorConfig([...program('operator', variant), ...secrets], 'prometheus')
    .replaceAll('$(SHARD)', String(shard))
    .replaceAll('$(POD_NAME)', '${POD_NAME}');
  return { operator: load(operator) as Manifest, workload: load(plain) as Manifest };
}

/** All targets of a configuration, in an order that does not depend on the names of jobs. */
async function targetsOf(promtool: string, config: Manifest): Promise<string[]> {
  const kept = [...(await keptTargets(promtool, config, targets)).values()].flat();
  return kept.map((labels) => JSON.stringify(Object.entries(labels).filter(isNotTemporary).sort())).sort();
}

function isNotTemporary([name]: readonly [string, unknown]): boolean {
  return !name.startsWith('__tmp_');
}

describe.each(variants)('$mode $version with $shards shards', (variant) => {
  const promtool = tool(variant.promtool);
  const shards = Array.from({ length: variant.shards }, (_, shard) => shard);

  test('without an operator, it reads the same targets with the same labels', async () => {
    const all: string[] = [];
    for (const { operator, workload } of shards.map((shard) => configs(variant, shard))) {
      const found = await targetsOf(promtool, workload);
      expect(found).toEqual(await targetsOf(promtool, operator));
      all.push(...found);
    }
    // Two pods with two ports, two behind the Service, a port of a node by number and by name, two addresses, one site.
    expect(all).toHaveLength(4 + 2 + 2 + 2 + 1);
  });

  test('without an operator, the rest of its configuration is the same, too', () => {
    const { operator, workload } = configs(variant, 0);
    expect(workload.global).toEqual(operator.global);
    const settings = (config: Manifest) => config.remote_write.map(({ basic_auth: _, ...rest }: Manifest) => rest);
    expect(settings(workload)).toEqual(settings(operator));
    const labels = (config: Manifest) => config.alerting?.alert_relabel_configs;
    expect(labels(workload)).toEqual(labels(operator));
  });

  test.each(['operator', 'workload'] as const)('promtool takes what the back end %s makes', (backend) => {
    const config = configs(variant, 0)[backend];
    // Files that are not here: those of rules, Secrets and ConfigMaps.
    const folder = scratch();
    const file = join(folder, 'file');
    writeFileSync(file, authority());
    const text = JSON.stringify({ ...config, rule_files: [] }).replace(
      /"\/etc\/prometheus\/[^"]*"/g,
      JSON.stringify(file),
    );
    const path = join(folder, 'prometheus.yaml');
    writeFileSync(path, text);
    const agent = variant.mode === 'agent' ? ['--agent'] : [];
    expect(run(promtool, ['check', 'config', ...agent, path])).toMatchObject({ ok: true });
  });
});

describe('the API server', () => {
  const started = new Started();
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await started.add(Cluster.start());
    await cluster.installCrds();
  });
  afterAll(() => started.stop());

  const cases = variants.flatMap((variant) =>
    (['operator', 'workload'] as const).map((backend) => ({ ...variant, backend })),
  );

  test.each(cases)('takes a $mode $version with $shards shards of the back end $backend', async (variant) => {
    const objects = program(variant.backend, variant);
    await cluster.namespacesFor(objects);
    const refused: Manifest[] = [];
    for (const object of objects) {
      const { ok, message, warnings } = await cluster.apply(object);
      if (!ok || warnings.length > 0) refused.push({ kind: object.kind, message, warnings });
    }
    expect(refused).toEqual([]);
    for (const { name, pod } of podsOf(objects)) {
      expect({ name, ...(await admission(cluster, pod, accountsOf(objects))) }).toMatchObject({ level: 'restricted' });
    }
  });
});

function accountsOf(objects: readonly Manifest[]): string[] {
  return objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name);
}
