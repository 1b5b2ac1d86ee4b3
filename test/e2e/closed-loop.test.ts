import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { find, type Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { freePorts } from './kubernetes/ports';
import { manifestsOf } from './manifests';
import { Pod } from './pods';
import { Running, Started, scratch, until } from './process';
import { addPod, applyRights } from './rights';
import { sendLogs } from './traffic';
import { Vendor } from './vendor';

const example = 'closed-loop';
const namespace = 'mdai';
const objects = manifestsOf(example);
const token = 'token-of-the-vendor';
// Of this machine, but of nobody else on it, so that the gateway has the ports that its pod declares.
const address = '127.0.0.21';
// Of a pod, in the addresses for documentation.
const inside = '192.0.2.10';
const ports = { 4317: 4317, 4318: 4318, 8888: 8888, 8889: 8889, 13133: 13133 };

// What would take minutes takes seconds, and nothing else is different.
const seconds: readonly (readonly [is: string, becomes: string])[] = [
  ['scrape_interval: 10s', 'scrape_interval: 1s'],
  ['evaluation_interval: 10s', 'evaluation_interval: 1s'],
  ['[1m]', '[10s]'],
  ['for: 1m', 'for: 3s'],
  ['group_wait: 30s', 'group_wait: 1s'],
  ['group_interval: 5m', 'group_interval: 2s'],
];

function inSeconds(text: string): string {
  return seconds.reduce((all, [is, becomes]) => all.replaceAll(is, becomes), text);
}

/** What stands for the MDAI gateway: it remembers what is posted to it. */
class Gateway {
  static async start(): Promise<Gateway> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        gateway.posts.push({ path: request.url, ...JSON.parse(body) });
        response.end();
      });
    });
    const gateway = new Gateway(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  readonly posts: Manifest[] = [];

  private constructor(private readonly server: Server) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The alerts that came, in their order. */
  get alerts(): Manifest[] {
    return this.posts.flatMap(({ alerts }) => alerts);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const started = new Started();
let cluster: Cluster;
let vendor: Vendor;
let mdaiGateway: Gateway;
let collector: Pod;
let prometheusUrl: string;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await applyRights(cluster, example);
  [vendor, mdaiGateway] = [await started.add(Vendor.start(token)), await started.add(Gateway.start())];
  collector = await started.add(startCollector());
  await addPod(cluster, {
    name: 'gateway-collector-1',
    namespace,
    node: 'node-1',
    ip: address,
    // As the OpenTelemetry operator labels and declares them.
    labels: {
      'app.kubernetes.io/component': 'opentelemetry-collector',
      'app.kubernetes.io/instance': 'mdai.gateway',
      'app.kubernetes.io/managed-by': 'opentelemetry-operator',
      'app.kubernetes.io/name': 'gateway-collector',
      'app.kubernetes.io/part-of': 'opentelemetry',
    },
    ports: [
      { name: 'metrics', containerPort: 8888 },
      { name: 'prometheus', containerPort: 8889 },
      { name: 'otlp-grpc', containerPort: 4317 },
    ],
  });
  await started.add(startAlertmanager());
  await started.add(startPrometheus());
});

afterAll(() => started.stop());

function startCollector(flooding?: string): Promise<Pod> {
  return Pod.start({
    example,
    collector: 'gateway',
    address,
    ports,
    env: { VENDOR_TOKEN: token },
    variables: flooding === undefined ? {} : { FLOODING: flooding },
    substitutions: [['exporters::otlphttp/vendor::endpoint', 'https://in.vendor.example', vendor.url]],
  });
}

/** The container of a StatefulSet as a program of this machine, with its flags but for files and addresses. */
function startContainer(name: string, program: string, elsewhere: Readonly<Record<string, string>>): Running {
  const [container] = find(objects, 'StatefulSet', name).spec.template.spec.containers;
  const args = container.args.filter(
    (arg: string) => !Object.keys(elsewhere).some((flag) => arg.startsWith(`${flag}=`)),
  );
  const given = Object.entries(elsewhere).map(([flag, value]) => `${flag}=${value}`);
  return new Running(program, [...args, ...given], { POD_NAME: `${name}-0` });
}

async function startAlertmanager(): Promise<Running> {
  const [port = 0] = await freePorts(1);
  const folder = scratch();
  const text = find(objects, 'ConfigMap', 'alertmanager').data['alertmanager.yaml'] as string;
  const url = 'http://mdai-gateway.mdai.svc.cluster.local:8081';
  expect(text).toContain(`${url}/alerts/alertmanager`);
  writeFileSync(join(folder, 'alertmanager.yaml'), inSeconds(text.replaceAll(url, mdaiGateway.url)));
  const running = startContainer('alertmanager', tool('alertmanager'), {
    '--config.file': join(folder, 'alertmanager.yaml'),
    '--storage.path': join(folder, 'data'),
    '--web.listen-address': `127.0.0.1:${port}`,
  });
  accepted(await cluster.apply(find(objects, 'Service', 'alertmanager')));
  // What the control plane makes of a Service and its pods.
  accepted(
    await cluster.create({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'alertmanager-1', namespace, labels: { 'kubernetes.io/service-name': 'alertmanager' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [inside], conditions: { ready: true } }],
      ports: [{ name: 'web', port, protocol: 'TCP' }],
    }),
  );
  await until(() => answers(`http://127.0.0.1:${port}/-/ready`), 'Alertmanager');
  return running;
}

async function startPrometheus(): Promise<Running> {
  const [port = 0] = await freePorts(1);
  const folder = scratch();
  const { server, 'certificate-authority-data': authority } = cluster.kubeconfig('').clusters[0].cluster;
  writeFileSync(join(folder, 'ca.crt'), Buffer.from(authority, 'base64'));
  writeFileSync(join(folder, 'token'), await cluster.token({ namespace, name: 'prometheus-prometheus' }));
  const kubernetes = {
    api_server: server,
    authorization: { credentials_file: join(folder, 'token') },
    tls_config: { ca_file: join(folder, 'ca.crt') },
  };
  const text = find(objects, 'ConfigMap', 'prometheus').data['prometheus.yaml'] as string;
  const config = load(inSeconds(text)) as Manifest;
  // Inside of a cluster, a program knows these by itself.
  for (const discovers of [...config.scrape_configs, ...config.alerting.alertmanagers]) {
    for (const discovery of discovers.kubernetes_sd_configs) Object.assign(discovery, kubernetes);
  }
  // The API server takes no address of this machine for what is behind a Service.
  const outside = {
    source_labels: ['__address__'],
    regex: `${inside}:(.*)`,
    target_label: '__address__',
    replacement: '127.0.0.1:$1',
  };
  for (const { relabel_configs: steps } of config.alerting.alertmanagers) steps.push(outside);
  config.rule_files = [join(folder, 'rules.yaml')];
  writeFileSync(join(folder, 'prometheus.yaml'), dump(config));
  const rules = find(objects, 'ConfigMap', 'prometheus-rules').data['rules.yaml'] as string;
  writeFileSync(join(folder, 'rules.yaml'), inSeconds(rules));
  const running = startContainer('prometheus', tool('prometheus'), {
    '--config.file': join(folder, 'prometheus.yaml'),
    '--storage.tsdb.path': join(folder, 'data'),
    '--web.listen-address': `127.0.0.1:${port}`,
  });
  prometheusUrl = `http://127.0.0.1:${port}`;
  await until(() => answers(`${prometheusUrl}/-/ready`), 'Prometheus');
  return running;
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function asked(path: string): Promise<Manifest> {
  const response = await fetch(`${prometheusUrl}/api/v1/${path}`);
  return ((await response.json()) as Manifest).data;
}

test('what would take minutes is all there is to shorten', () => {
  const texts = [
    find(objects, 'ConfigMap', 'prometheus').data['prometheus.yaml'],
    find(objects, 'ConfigMap', 'prometheus-rules').data['rules.yaml'],
    find(objects, 'ConfigMap', 'alertmanager').data['alertmanager.yaml'],
  ].join('\n');
  for (const [is] of seconds) expect(texts).toContain(is);
});

test('Prometheus finds the gateway with the rights that it has, and reads both of its ports', async () => {
  await until(async () => {
    const { activeTargets } = await asked('targets?state=active');
    return activeTargets.length === 2 && activeTargets.every(({ health }: Manifest) => health === 'up');
  }, 'both targets to be up');
  const { activeTargets } = await asked('targets?state=active');
  expect(activeTargets.map(({ labels }: Manifest) => labels)).toEqual(
    expect.arrayContaining(
      [8888, 8889].map((port) => ({
        container: 'main',
        instance: `${address}:${port}`,
        job: 'mdai/gateway-collector',
        namespace,
        pod: 'gateway-collector-1',
      })),
    ),
  );
});

/** Sends what the services say within a fifth of a second: one floods, the other does not. */
async function talk(): Promise<void> {
  const url = `http://${address}:4318`;
  await sendLogs(
    url,
    Array.from({ length: 60 }, () => ({ message: 'again' })),
    { 'service.name': 'loud' },
  );
  await sendLogs(url, [{ message: 'hello' }], { 'service.name': 'calm' });
}

async function talkUntil(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  await until(
    async () => {
      await talk();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return holds();
    },
    what,
    60,
  );
}

const expression = 'sum by (service_name) (rate(service_log_records_total[10s])) > 100';

test('a flood reaches the MDAI gateway with what the hub needs, once it has lasted', async () => {
  await talkUntil(() => mdaiGateway.alerts.length > 0, 'the alert');
  expect(mdaiGateway.posts[0]).toMatchObject({
    path: '/alerts/alertmanager',
    status: 'firing',
    receiver: 'mdai-gateway',
  });
  expect(mdaiGateway.alerts).toEqual([
    expect.objectContaining({
      status: 'firing',
      labels: {
        alertname: 'flood',
        service_name: 'loud',
        severity: 'warning',
        cluster: 'mdai-cluster',
        prometheus: 'mdai/prometheus',
      },
      annotations: {
        alert_name: 'flood',
        hub_name: 'floods',
        current_value: expect.stringMatching(/^\d+\.\d\d$/),
        expression,
      },
    }),
  ]);
});

test('with the service on the list, the gateway turns it off, and goes on with the others', async () => {
  await collector.stop();
  collector = await started.add(startCollector('loud'));
  const before = vendor.logs.length;
  await talkUntil(
    () => vendor.logs.slice(before).some(({ resource }) => resource['service.name'] === 'calm'),
    'the calm one',
  );
  expect(vendor.logs.slice(before).filter(({ resource }) => resource['service.name'] === 'loud')).toEqual([]);
  // It is counted before it is turned off, so the alert goes on.
  expect(mdaiGateway.alerts.filter(({ status }) => status === 'resolved')).toEqual([]);
});

test('when the flood is over, the gateway is told, too', async () => {
  await until(() => mdaiGateway.alerts.some(({ status }) => status === 'resolved'), 'the end of the alert', 60);
  expect(mdaiGateway.alerts.at(-1)).toMatchObject({ status: 'resolved', labels: { service_name: 'loud' } });
});
