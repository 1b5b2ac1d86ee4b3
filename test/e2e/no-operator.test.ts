import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { collectorsOf, manifestsOf, ofKind } from './manifests';
import { kubeconfigFor, Pod } from './pods';
import { Started, until } from './process';
import { addPod, applyRights } from './rights';
import { sendGauges, sendSpans } from './traffic';
import { Vendor } from './vendor';

const example = 'no-operator';
const token = 'token-of-the-vendor';
const headless = 'gateway-collector-headless.shop.svc.cluster.local';
// Of this machine, but not localhost.
const address = '127.0.0.2';

const started = new Started();
let vendor: Vendor;
let gateway: Pod;
let sidecar: Pod;

beforeAll(async () => {
  const cluster = await started.add(Cluster.start());
  await applyRights(cluster, example);
  await addPod(cluster, { name: 'shop-1', namespace: 'shop', node: 'node-1', ip: '127.0.0.1' });
  vendor = await started.add(Vendor.start(token));
  gateway = await started.add(
    Pod.start({
      example,
      collector: 'gateway',
      address,
      env: { VENDOR_TOKEN: token },
      kubeconfig: await kubeconfigFor(cluster, example, 'gateway'),
      substitutions: [
        ['exporters::otlp_http/vendor::endpoint', 'https://in.vendor.example', vendor.url],
        ['processors::k8s_attributes::auth_type', undefined, 'kubeConfig'],
      ],
    }),
  );
  const at = `dns:///${address}:${gateway.port(4317)}`;
  sidecar = await started.add(
    Pod.start({
      example,
      collector: 'sidecar',
      address,
      substitutions: [['exporters::otlp_grpc/gateway::endpoint', `dns:///${headless}:4317`, at]],
    }),
  );
});

afterAll(() => started.stop());

function containerOf(collector: string): Manifest {
  return collectorsOf(example).find(({ name }) => name === collector)!.container!;
}

/** Whether something answers HTTP at an address, and with which status. */
function answer(host: string, port: number, path = '/'): Promise<number | undefined> {
  return fetch(`http://${host}:${port}${path}`).then(
    ({ status }) => status,
    () => undefined,
  );
}

test.each(['gateway', 'sidecar'] as const)('the probes of the %s’s container succeed', async (name) => {
  const pod = { gateway, sidecar }[name];
  const { startupProbe, livenessProbe, readinessProbe } = containerOf(name);
  for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe]) {
    expect(await answer(address, pod.port(httpGet.port), httpGet.path)).toBe(200);
  }
});

test('the containers are started by their own arguments', () => {
  expect(containerOf('gateway').args).toEqual(['--config=/conf/collector.yaml']);
  expect(containerOf('sidecar').args).toEqual(['--config=env:OTEL_CONFIG']);
});

test('the gateway listens on each port of its Services and of its container', async () => {
  const services = ofKind(manifestsOf(example), 'Service').flatMap(({ spec }) => spec.ports);
  const ports: number[] = [
    ...services.map(({ targetPort }) => targetPort),
    ...containerOf('gateway').ports.map(({ containerPort }: Manifest) => containerPort),
  ];
  expect(new Set(ports)).toEqual(new Set([4317, 4318, 8888, 13133]));
  for (const port of ports.filter((port) => port !== 4317)) {
    expect(await answer(address, gateway.port(port))).toEqual(expect.any(Number));
  }
});

test('the sidecar takes telemetry on localhost only', async () => {
  const port = sidecar.port(4318);
  expect(await answer('127.0.0.1', port)).toEqual(expect.any(Number));
  expect(await answer(address, port)).toBeUndefined();
});

test('what the shop sends to its sidecar reaches the vendor through the gateway', async () => {
  const span = { traceId: '1'.repeat(32), spanId: '1'.repeat(16), name: 'checkout', service: 'shop' };
  await sendSpans(sidecar.port(4318), [span]);
  await until(() => vendor.spans.some(({ name }) => name === 'checkout'), 'the span');
});

test('the gateway knows the pods that send to it, with the rights that it has', async () => {
  const url = `http://${address}:${gateway.port(4318)}`;
  await until(async () => {
    await sendGauges(url, ['carts']);
    return vendor.metrics.some(({ name, resource }) => name === 'carts' && resource['k8s.pod.name'] === 'shop-1');
  }, 'the metric of the pod');
  expect(gateway.output).not.toMatch(/forbidden/i);
});
