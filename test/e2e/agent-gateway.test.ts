import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { freePorts } from './kubernetes/ports';
import { manifestsOf, ofKind } from './manifests';
import { NameServer } from './names';
import { kubeconfigFor, Pod, type PodOptions } from './pods';
import { Started, scratch, until } from './process';
import { addNode, addPod, applyRights } from './rights';
import { sendGauges, sendLogs, sendSpans } from './traffic';
import { Vendor } from './vendor';

const example = 'agent-gateway';
const service = 'gateway-collector-headless.telemetry.svc.cluster.local';
const token = 'token-of-the-vendor';
const node = 'node-1';

const started = new Started();
let cluster: Cluster;
let vendor: Vendor;
let gateways: Pod[];
let names: NameServer;
let agent: Pod;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await applyRights(cluster, example);
  await addNode(cluster, node);
  await addPod(cluster, { name: 'shop-1', namespace: 'shop', node, ip: '127.0.0.1' });
  vendor = await started.add(Vendor.start(token));
  // The pods of a headless service have the same port, and addresses of their own.
  const [port = 0] = await freePorts(1);
  gateways = [];
  for (const address of ['127.0.0.1', '127.0.0.2']) gateways.push(await started.add(Pod.start(gateway(address, port))));
  names = await started.add(NameServer.start(service, ['127.0.0.1', '127.0.0.2']));
  agent = await started.add(Pod.start(await agentOptions()));
});

afterAll(() => started.stop());

function gateway(address: string, port: number): PodOptions {
  const queue = join(scratch(), 'queue');
  mkdirSync(queue);
  return {
    example,
    collector: 'gateway',
    address,
    ports: { 4317: port },
    env: { VENDOR_TOKEN: token },
    substitutions: [
      ['exporters::otlp_http/vendor::endpoint', 'https://in.vendor.example', vendor.url],
      ['extensions::file_storage/queue::directory', '/var/lib/otelcol/queue', queue],
    ],
  };
}

async function agentOptions(): Promise<PodOptions> {
  const at = `dns://127.0.0.1:${names.port}/${service}:${gateways[0]!.port(4317)}`;
  return {
    example,
    collector: 'agent',
    env: { K8S_NODE_NAME: node },
    kubeconfig: await kubeconfigFor(cluster, example, 'agent'),
    substitutions: [
      ['exporters::otlp_grpc/gateway::endpoint', `dns:///${service}:4317`, at],
      ['processors::k8s_attributes::auth_type', undefined, 'kubeConfig'],
      ['processors::resource_detection::k8snode', undefined, { auth_type: 'kubeConfig' }],
      // A root of its own is a mounted folder.
      ['receivers::host_metrics::root_path', '/hostfs', '/'],
    ],
  };
}

let sent = 0;

/** A span of its own trace. */
function span(name: string) {
  sent += 1;
  const id = String(sent);
  return { traceId: id.padStart(32, '0'), spanId: id.padStart(16, '0'), name, service: 'shop' };
}

function arrived(names: readonly string[]): boolean {
  const all = new Set(vendor.spans.map(({ name }) => name));
  return names.every((name) => all.has(name));
}

const who = { 'k8s.pod.name': 'shop-1', 'k8s.namespace.name': 'shop', 'k8s.node.name': node };

test('all signals reach the vendor through both tiers, with the pod that sent them', async () => {
  const port = agent.port(4318);
  await until(async () => {
    await sendSpans(port, [span('probe')]);
    return vendor.spans.some(({ resource }) => resource['k8s.pod.name'] !== undefined);
  }, 'the agent to know the pods of its node');
  await sendSpans(port, [span('checkout')]);
  await sendLogs(port, [{ message: 'paid' }]);
  await sendGauges(port, ['carts']);
  const [one, paid, carts] = await found(() => [
    vendor.spans.find(({ name }) => name === 'checkout'),
    vendor.logs.find(({ body }) => body === 'paid'),
    vendor.metrics.find(({ name }) => name === 'carts'),
  ]);
  for (const { resource } of [one!, paid!, carts!]) expect(resource).toMatchObject(who);
  expect(one!.resource).toMatchObject({
    'container.image.name': 'shop-1.example/shop-1',
    'service.namespace': 'shop',
    'service.version': '1.4.2',
  });
  expect(agent.output).not.toMatch(/forbidden/i);
});

async function found<T>(find: () => readonly (T | undefined)[]): Promise<(T | undefined)[]> {
  await until(() => find().every((one) => one !== undefined), 'what was sent');
  return [...find()];
}

test('the node’s own metrics arrive, and no scraper fails', async () => {
  const wanted = ['system.cpu.time', 'system.memory.usage', 'system.network.io', 'system.cpu.load_average.1m'];
  await until(() => {
    const present = new Set(vendor.metrics.map(({ name }) => name));
    return wanted.every((name) => present.has(name));
  }, 'the metrics of the node');
  expect(agent.output.split('\n').filter((line) => line.includes('\terror\t'))).toEqual([]);
});

test('the agent spreads what it sends over all gateways', async () => {
  const names = Array.from({ length: 10 }, (_, i) => `spread ${i}`);
  for (const name of names) await sendSpans(agent.port(4318), [span(name)]);
  await until(() => arrived(names), 'the spans');
  for (const [i, pod] of gateways.entries()) {
    const metrics = await fetch(`http://127.0.0.${i + 1}:${pod.port(8888)}/metrics`);
    const [, spans] = /^otelcol_receiver_accepted_spans\S*\{.*\} (\d+)$/m.exec(await metrics.text()) ?? [];
    expect(Number(spans)).toBeGreaterThan(1);
  }
});

test('what the vendor has not taken outlives the loss of a gateway', async () => {
  const names = Array.from({ length: 10 }, (_, i) => `kept ${i}`);
  await vendor.stop();
  const accepted = async () => {
    let sum = 0;
    for (const [i, pod] of gateways.entries()) {
      const metrics = await (await fetch(`http://127.0.0.${i + 1}:${pod.port(8888)}/metrics`)).text();
      sum += Number(/^otelcol_receiver_accepted_spans\S*\{.*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
    }
    return sum;
  };
  const before = await accepted();
  for (const name of names) await sendSpans(agent.port(4318), [span(name)]);
  await until(async () => (await accepted()) === before + names.length, 'the gateways to take the spans');
  for (const pod of gateways) await pod.kill();
  expect(arrived(names)).toBe(false);
  for (const pod of gateways) await pod.startAgain();
  await vendor.startAgain();
  await until(() => arrived(names), 'the spans', 60);
});

test('without the right to list pods, the agent says so, and knows no pod', async () => {
  const [binding] = ofKind(manifestsOf(example), 'ClusterRoleBinding');
  accepted(await cluster.delete(binding!));
  await agent.stop();
  await agent.startAgain();
  await until(() => /pods is forbidden/.test(agent.output), 'the refusal');
  await sendSpans(agent.port(4318), [span('anonymous')]);
  await until(() => arrived(['anonymous']), 'the span');
  const { resource } = vendor.spans.find(({ name }) => name === 'anonymous')!;
  expect(resource).not.toHaveProperty('k8s.pod.name');
});
