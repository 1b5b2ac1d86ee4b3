import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { Kubelet } from './kubernetes/kubelet';
import type { MetricLine } from './otlp-file';
import { kubeconfigFor, Pod } from './pods';
import { Started, scratch, until } from './process';
import { addNode, addPod, applyRights, Role } from './rights';
import { Vendor } from './vendor';

const example = 'kubernetes-monitoring';
const token = 'token-of-the-vendor';
const node = 'node-1';
const account = { namespace: 'monitoring', name: 'node-collector' };

const started = new Started();
let cluster: Cluster;
let role: Role;
let kubelet: Kubelet;
let shop: Manifest;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await applyRights(cluster, example);
  role = Role.of(cluster, example, 'monitoring-node-collector');
  await addNode(cluster, node);
  shop = await addPod(cluster, { name: 'shop-1', namespace: 'shop', node, ip: '10.0.0.7' });
  kubelet = await started.add(Kubelet.start(cluster, account, [shop]));
});

afterEach(() => role.restore());
afterAll(() => started.stop());

interface Agent {
  readonly pod: Pod;
  readonly vendor: Vendor;
  /** The folder of the node's logs. */
  readonly logs: string;
  stop(): Promise<void>;
}

/** The agent of a node whose pods have logged something before. */
async function agent(): Promise<Agent> {
  const vendor = await Vendor.start(token);
  const folder = scratch();
  const logs = join(folder, 'pods');
  write(logs, 'main', 'long ago');
  const own = '${env:K8S_NAMESPACE}_${env:K8S_POD_NAME}_*';
  const pod = await Pod.start({
    example,
    collector: 'node',
    env: {
      K8S_NAMESPACE: 'monitoring',
      K8S_NODE_IP: '127.0.0.1',
      K8S_NODE_NAME: node,
      K8S_POD_NAME: 'node-collector-x',
      VENDOR_TOKEN: token,
    },
    kubeconfig: await kubeconfigFor(cluster, example, 'node'),
    substitutions: [
      ['exporters::otlp_http/vendor::endpoint', 'https://in.vendor.example', vendor.url],
      ['extensions::file_storage/pod-logs-offsets::directory', '/var/lib/otelcol/pod-logs', join(folder, 'offsets')],
      ['processors::k8s_attributes::auth_type', undefined, 'kubeConfig'],
      ['processors::resource_detection::k8snode', undefined, { auth_type: 'kubeConfig' }],
      ['receivers::file_log::include', ['/var/log/pods/*/*/*.log'], [`${logs}/*/*/*.log`]],
      ['receivers::file_log::exclude', [`/var/log/pods/${own}/*/*.log`], [`${logs}/${own}/*/*.log`]],
      // A root of its own is a mounted folder.
      ['receivers::host_metrics::root_path', '/hostfs', '/'],
      // The component takes the token from a path that only pods have.
      ['receivers::kubelet_stats::auth_type', 'serviceAccount', 'none'],
      [
        'receivers::kubelet_stats::endpoint',
        'https://${env:K8S_NODE_IP}:10250',
        `http://\${env:K8S_NODE_IP}:${kubelet.port}`,
      ],
    ],
  });
  return { pod, vendor, logs, stop: () => pod.stop().then(() => vendor.stop()) };
}

/** Writes a line to the log of a container, as the container runtime does. */
function write(logs: string, container: string, line: string, pod = `shop_shop-1_${shop.metadata.uid}`): void {
  const file = join(logs, pod, container, '0.log');
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${new Date().toISOString()} stdout F ${line}\n`);
}

function metric({ metrics }: Vendor, name: string): MetricLine | undefined {
  return metrics.find((line) => line.name === name);
}

const host = 'system.cpu.time';
const ofPod = 'k8s.pod.memory.working_set';

test('logs, what pods use, and what the node uses, arrive with the pod and the node', async () => {
  const { pod, vendor, logs, stop } = await started.add(agent());
  // What is there when it looks for the first time is old.
  await until(() => pod.output.includes('Started watching file'), 'the agent to find the log');
  write(logs, 'main', 'now');
  write(logs, 'other', 'of a new file');
  write(logs, 'otc-container', 'own', 'monitoring_node-collector-x_1');
  const bodies = () => vendor.logs.map(({ body }) => body).sort();
  await until(() => bodies().length >= 2, 'the logs');
  await until(() => !!metric(vendor, host) && !!metric(vendor, ofPod), 'the metrics');
  const who = { 'k8s.pod.name': 'shop-1', 'k8s.namespace.name': 'shop', 'k8s.node.name': node };
  expect(vendor.logs.find(({ body }) => body === 'now')!.resource).toMatchObject({
    ...who,
    'k8s.container.name': 'main',
    'container.image.name': 'shop-1.example/shop-1',
  });
  expect(metric(vendor, ofPod)!.resource).toMatchObject({ ...who, 'k8s.pod.uid': shop.metadata.uid });
  expect(metric(vendor, host)!.resource).toMatchObject({ 'k8s.node.name': node, 'k8s.node.uid': expect.any(String) });
  // A second line shows that the first are all.
  write(logs, 'main', 'later');
  await until(() => bodies().includes('later'), 'one more line');
  expect(bodies()).toEqual(['later', 'now', 'of a new file']);
  expect(pod.output).not.toMatch(/forbidden/i);
  expect(pod.output.split('\n').filter((line) => line.includes('\terror\t'))).toEqual([]);
  await stop();
});

/** What tells that a right is used. */
const evidence: Readonly<Record<string, (vendor: Vendor) => boolean>> = {
  namespaces: (vendor) => !!metric(vendor, host)?.resource['k8s.cluster.uid'],
  pods: ({ logs }) => logs.some(({ resource }) => resource['container.image.name'] !== undefined),
  nodes: (vendor) => !!metric(vendor, host)?.resource['k8s.node.uid'],
  'nodes/stats': (vendor) => !!metric(vendor, ofPod),
};

/** What goes with a right, and what the log says of it. */
const losses: Readonly<Record<string, { readonly lost: readonly string[]; readonly said?: RegExp }>> = {
  namespaces: { lost: ['namespaces'], said: /cannot get resource .*"namespaces/ },
  pods: { lost: ['pods'], said: /cannot list resource .*"pods/ },
  // The detector gives up at the first thing that it does not learn, and says so only when it debugs.
  nodes: { lost: ['nodes', 'namespaces'] },
  'nodes/stats': { lost: ['nodes/stats'], said: /403 Forbidden/ },
};

test('there is a test for each rule of the agent’s ClusterRole', () => {
  expect(role.rules.map(({ resources }) => resources)).toEqual(Object.keys(losses).map((resource) => [resource]));
});

test.each(Object.entries(losses))(
  'without the rule for %s something is lost, and nothing else',
  async (resource, { lost, said }) => {
    await role.without(account, ({ resources }) => resources.includes(resource));
    const { pod, vendor, logs, stop } = await started.add(agent());
    const present = () => Object.keys(evidence).filter((name) => evidence[name]!(vendor));
    const rest = Object.keys(evidence).filter((name) => !lost.includes(name));
    await until(() => {
      write(logs, 'main', 'now');
      return rest.every((name) => present().includes(name)) && vendor.logs.length > 0 && !!metric(vendor, host);
    }, 'all else');
    if (said) await until(() => said.test(pod.output), 'the refusal');
    expect(present()).toEqual(rest);
    await stop();
  },
);
